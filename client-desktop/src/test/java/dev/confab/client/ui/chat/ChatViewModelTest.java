package dev.confab.client.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.ChatEntry.Delivery;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.RemotePeer.Link;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.ui.ControlFace.Look;
import dev.confab.client.ui.FakeCall;
import dev.confab.protocol.ChatMessage;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.RoomId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatViewModelTest implements CallObserver {
  private final FakeCall call = new FakeCall(this, Runnable::run);
  private final ChatViewModel model = new ChatViewModel(call, _ -> {});

  @BeforeEach
  void joinWithMartin() throws InvalidValueException {
    join();
    call.comes("Martin");
    call.link(Link.CONNECTED);
  }

  private void join() throws InvalidValueException {
    call.join(
        new JoinRequest(
            ServerAddress.parse("localhost"), new RoomId("r"), new DisplayName("Anna"), false));
    call.serverAccepts();
  }

  private void send(String text) {
    model.draftProperty().set(text);
    model.send();
  }

  @Test
  void whatIsSentIsInTheLogAndTheFieldEmpty() {
    send("  Hello\nMartin  ");

    assertThat(model.lines()).extracting(ChatEntry::text).containsExactly("Hello\nMartin");
    assertThat(model.draftProperty().get()).isEmpty();
  }

  @Test
  void whoListensToTheLinesIsNotForgottenWithThem() {
    assertThat(model.lines()).isSameAs(model.lines());
  }

  @Test
  void nothingIsNotSent() {
    send(" \n ");

    assertThat(model.lines()).isEmpty();
  }

  @Test
  void aMessageOfTheLimitIsSent() {
    send("x".repeat(ChatMessage.MAX_BYTES));

    assertThat(model.lines()).hasSize(1);
    assertThat(model.refusalProperty().get()).isEmpty();
  }

  @Test
  void aMessageOverTheLimitIsKeptWithTheReason() {
    String tooLong = "é".repeat(ChatMessage.MAX_BYTES / 2) + "x";

    send(tooLong);

    assertThat(model.lines()).isEmpty();
    assertThat(model.draftProperty().get()).isEqualTo(tooLong);
    assertThat(model.refusalProperty().get())
        .isEqualTo(
            "This message has 65 KiB; at most 64 KiB can be sent. Shorten it, or send it in"
                + " parts.");
  }

  @Test
  void theReasonGoesWhenTheMessageIsChanged() {
    send("x".repeat(ChatMessage.MAX_BYTES + 1));
    model.draftProperty().set("shorter");

    assertThat(model.refusalProperty().get()).isEmpty();
  }

  @Test
  void whatWaitsIsMarkedUntilItIsDelivered() throws InvalidValueException {
    call.leave();
    join();
    send("early");
    assertThat(model.lines()).extracting(ChatEntry::delivery).containsExactly(Delivery.WAITING);

    call.comes("Martin");
    call.link(Link.CONNECTED);

    assertThat(model.lines()).extracting(ChatEntry::delivery).containsExactly(Delivery.DELIVERED);
  }

  @Test
  void messagesOfOthersAreUnreadWhileItIsClosed() {
    call.writes("Martin", "one");
    call.writes("Martin", "two");
    send("mine");
    assertThat(model.unreadProperty().get()).isEqualTo(2);
    assertThat(model.faceProperty().get().accessibleText())
        .isEqualTo("Chat, closed, 2 unread messages");

    model.toggle();
    call.writes("Martin", "three");

    assertThat(model.unreadProperty().get()).isZero();
    assertThat(model.faceProperty().get().look()).isEqualTo(Look.OPEN);
    assertThat(model.faceProperty().get().accessibleText()).isEqualTo("Chat, open");
  }

  @Test
  void oneUnreadMessageIsOne() {
    call.writes("Martin", "one");

    assertThat(model.faceProperty().get().accessibleText())
        .isEqualTo("Chat, closed, 1 unread message");
  }

  @Test
  void ofALongTalkTheNewestLinesStay() {
    for (int i = 1; i <= 10_000; i++) {
      call.writes("Martin", "line " + i);
    }

    assertThat(model.lines()).hasSize(ChatViewModel.MAX_LINES);
    assertThat(model.lines().getLast().text()).isEqualTo("line 10000");
  }

  @Test
  void aNewCallBeginsWithNothing() throws InvalidValueException {
    call.writes("Martin", "old");
    model.draftProperty().set("half");
    call.leave();

    join();

    assertThat(model.lines()).isEmpty();
    assertThat(model.draftProperty().get()).isEmpty();
    assertThat(model.unreadProperty().get()).isZero();
  }

  @Override
  public void onSnapshot(CallSnapshot snapshot) {}

  @Override
  public void onChat(ChatEntry entry) {
    model.receive(entry);
  }

  @Override
  public void onCallStarted() {
    model.clear();
  }

  @Override
  public void onMicrophoneLevel(double level) {}
}
