package dev.confab.client.call;

import static dev.confab.client.call.Rehearsal.BEN;
import static dev.confab.client.call.Rehearsal.CARLA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.ChatEntry.Delivery;
import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.ChatMessage;
import dev.confab.protocol.InstanceId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatRulesTest {
  private static final CallEvent HELLO = new CallEvent.ChatWritten(1, "hello");

  private static List<ChatEntry> shown(Rehearsal call) {
    return call.effects().stream()
        .filter(CallEffect.ShowChat.class::isInstance)
        .map(effect -> ((CallEffect.ShowChat) effect).entry())
        .toList();
  }

  private static List<ChatMessage> sent(Rehearsal call) {
    return call.effects().stream()
        .filter(CallEffect.SendOnChannel.class::isInstance)
        .map(effect -> ((CallEffect.SendOnChannel) effect).message())
        .filter(ChatMessage.class::isInstance)
        .map(ChatMessage.class::cast)
        .toList();
  }

  @Test
  void whatIsWrittenBeforeTheChannelOpensIsShownAsWaiting() {
    Rehearsal call = Rehearsal.inRoom(BEN).play(HELLO);
    assertThat(sent(call)).isEmpty();
    assertThat(shown(call)).extracting(ChatEntry::delivery).containsExactly(Delivery.WAITING);
  }

  @Test
  void itIsSentWhenTheChannelOpensAndDeliveredWhenTheOtherSaysSo() {
    Rehearsal call = Rehearsal.inRoom(BEN).play(HELLO);
    ChatEntry waiting = shown(call).getFirst();
    call.play(new CallEvent.ChatOpened(call.ben()));
    assertThat(sent(call)).containsExactly(new ChatMessage(1, 1, "hello"));
    assertThat(shown(call)).isEmpty();
    call.play(call.channel(new ChannelMessage.Received(1)));
    assertThat(shown(call)).containsExactly(waiting.delivered());
  }

  @Test
  void whatWasSentButNotReceivedIsSentAgainUnderItsNumber() {
    Rehearsal call = Rehearsal.inRoom(BEN).connected().play(HELLO);
    call.play(new CallEvent.ChatClosed(call.ben()), new CallEvent.ChatWritten(2, "again"));
    call.play(new CallEvent.ChatOpened(call.ben()));
    assertThat(sent(call))
        .containsExactly(new ChatMessage(1, 1, "hello"), new ChatMessage(2, 2, "again"));
  }

  @Test
  void whatWasReceivedIsNotSentAgain() {
    Rehearsal call = Rehearsal.inRoom(BEN).connected().play(HELLO);
    call.play(call.channel(new ChannelMessage.Received(1)));
    call.play(new CallEvent.ChatClosed(call.ben()), new CallEvent.ChatOpened(call.ben()));
    assertThat(sent(call)).isEmpty();
  }

  @Test
  void whoComesBackGetsWhatTheyMissedOnce() {
    Rehearsal call = Rehearsal.inRoom(BEN).connected().play(HELLO);
    call.play(call.left(BEN), call.came(BEN));
    call.play(new CallEvent.ChatOpened(call.ben()));
    assertThat(sent(call)).containsExactly(new ChatMessage(1, 1, "hello"));
  }

  @Test
  void aProgramThatWasStartedAgainNumbersItsLinesFromOne() {
    Rehearsal call = Rehearsal.inRoom(BEN).connected();
    call.play(call.channel(new ChatMessage(7, 4, "before")));
    call.play(
        call.channel(new ChannelMessage.Greeting(new InstanceId("ben-anew"))),
        call.channel(new ChatMessage(1, 4, "after")));
    assertThat(shown(call)).extracting(ChatEntry::text).containsExactly("after");
  }

  @Test
  void theSameProgramOnANewConnectionGoesOnNumbering() {
    Rehearsal call = Rehearsal.inRoom(BEN).connected();
    call.play(call.channel(new ChatMessage(7, 4, "once")));
    call.play(call.left(BEN), call.came(BEN)).connected();
    call.play(call.channel(new ChatMessage(7, 4, "once")));
    assertThat(shown(call)).isEmpty();
  }

  @Test
  void aLineIsDeliveredWhenTheLastOfThoseWhoAreThereHasIt() {
    Rehearsal call = Rehearsal.inRoom(BEN, CARLA).connected().play(HELLO);
    call.play(call.channel(new ChannelMessage.Received(1)));
    assertThat(shown(call)).isEmpty();
    call.play(call.left(CARLA));
    assertThat(shown(call)).extracting(ChatEntry::delivery).containsExactly(Delivery.DELIVERED);
  }

  @Test
  void whatOneMissedIsNotForSomeoneElse() {
    Rehearsal call = Rehearsal.inRoom(BEN).play(HELLO);
    call.play(call.left(BEN), call.came(CARLA));
    PeerKey carla = call.session(CARLA).key();
    call.play(new CallEvent.ChatOpened(carla));
    assertThat(sent(call)).isEmpty();
  }

  @Test
  void whatIsWrittenAloneWaitsForTheFirstWhoComes() {
    Rehearsal call = Rehearsal.inRoom().play(HELLO);
    call.play(call.came(BEN));
    call.play(new CallEvent.ChatOpened(call.ben()));
    assertThat(sent(call)).extracting(ChatMessage::text).containsExactly("hello");
  }

  @Test
  void whatIsWrittenAloneIsForAllWhoAreThereWhenTheRoomIsJoinedAgain() {
    Rehearsal call = Rehearsal.inRoom().play(HELLO);
    call.play(call.interrupted(), call.session(false), call.joined(BEN, CARLA));
    PeerKey carla = call.session(CARLA).key();
    call.play(new CallEvent.ChatOpened(call.ben()), new CallEvent.ChatOpened(carla));
    assertThat(sent(call)).extracting(ChatMessage::text).containsExactly("hello", "hello");
  }

  @Test
  void messagesAreNumberedInTheOrderTheyWereWritten() {
    Rehearsal call = Rehearsal.inRoom(BEN).play(HELLO);
    call.play(new CallEvent.ChatOpened(call.ben()), new CallEvent.ChatWritten(2, "again"));
    assertThat(sent(call)).extracting(ChatMessage::id).containsExactly(1L, 2L);
  }

  @Test
  void aMessageThatArrivesTwiceIsShownOnce() {
    Rehearsal call = Rehearsal.inRoom(BEN);
    CallEvent arrived = call.channel(new ChatMessage(1, 4, "hi"));
    call.play(arrived, arrived);
    assertThat(shown(call)).extracting(ChatEntry::text).containsExactly("hi");
  }

  @Test
  void controlCharactersAreLeftOutAndLinesKept() {
    Rehearsal call = Rehearsal.inRoom().play(new CallEvent.ChatWritten(1, "a\u0007\r\n\tb"));
    assertThat(shown(call)).extracting(ChatEntry::text).containsExactly("a\n\tb");
  }

  @Test
  void nothingCanBeWrittenFromTheLobby() {
    assertThat(new Rehearsal().play(HELLO).effects()).isEmpty();
  }
}
