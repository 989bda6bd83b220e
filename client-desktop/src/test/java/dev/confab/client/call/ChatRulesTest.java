package dev.confab.client.call;

import static dev.confab.client.call.Rehearsal.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.ChatEntry.Delivery;
import dev.confab.protocol.ChatMessage;
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
        .filter(CallEffect.SendChat.class::isInstance)
        .map(effect -> ((CallEffect.SendChat) effect).message())
        .toList();
  }

  @Test
  void whatIsWrittenBeforeTheChannelOpensIsShownAsWaiting() {
    Rehearsal call = Rehearsal.inRoom(BEN).play(HELLO);
    assertThat(sent(call)).isEmpty();
    assertThat(shown(call)).extracting(ChatEntry::delivery).containsExactly(Delivery.WAITING);
  }

  @Test
  void itIsSentWhenTheChannelOpensAndTheSameLineBecomesDelivered() {
    Rehearsal call = Rehearsal.inRoom(BEN).play(HELLO);
    ChatEntry waiting = shown(call).getFirst();
    call.play(new CallEvent.ChatOpened(call.ben()));
    assertThat(sent(call)).containsExactly(new ChatMessage(1, 1, "hello"));
    assertThat(shown(call).getFirst().key()).isEqualTo(waiting.key());
    assertThat(shown(call).getFirst().delivery()).isEqualTo(Delivery.DELIVERED);
  }

  @Test
  void whatIsWrittenAloneWaitsForTheFirstWhoComes() {
    Rehearsal call = Rehearsal.inRoom().play(HELLO);
    call.play(call.came(BEN));
    call.play(new CallEvent.ChatOpened(call.ben()));
    assertThat(sent(call)).extracting(ChatMessage::text).containsExactly("hello");
  }

  @Test
  void whatSomeoneWhoLeftNeverGotWaitsForTheNext() {
    Rehearsal call = Rehearsal.inRoom(BEN).play(HELLO);
    call.play(call.left(BEN), call.came(BEN));
    call.play(new CallEvent.ChatOpened(call.ben()));
    assertThat(sent(call)).extracting(ChatMessage::text).containsExactly("hello");
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
    CallEvent arrived = new CallEvent.ChatArrived(call.ben(), 5, new ChatMessage(1, 4, "hi"));
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
