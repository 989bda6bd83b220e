package dev.confab.client.call;

import dev.confab.client.call.CallState.InRoom;
import dev.confab.client.call.ChatEntry.Delivery;
import dev.confab.client.call.PeerSession.Chat;
import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.ChatMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Chat: shown at once, sent when a channel is open and again when it was cut, until the other says
/// that it has arrived. What arrives is shown once, in order.
final class ChatRules {
  /// All but the line break and the tab: they say nothing, and JSON makes six characters of each.
  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

  private ChatRules() {}

  static void write(Turn turn, CallEvent.ChatWritten written) {
    String text = CONTROL_CHARACTERS.matcher(written.text()).replaceAll("");
    if (text.isBlank() || !(turn.room() instanceof InRoom room)) {
      return;
    }
    ChatEntry entry =
        new ChatEntry(
            turn.nextSerial(),
            true,
            room.visit().request().name(),
            Instant.ofEpochMilli(written.time()),
            text,
            Delivery.WAITING);
    turn.add(new CallEffect.ShowChat(entry));
    if (room.peers().isEmpty()) {
      List<ChatEntry> more = new ArrayList<>(room.unsent());
      more.add(entry);
      turn.become(room.withUnsent(more));
    }
    for (PeerSession session : room.peers().all()) {
      Chat chat = session.chat().with(entry);
      turn.put(session.with(chat));
      if (chat.open()) {
        send(turn, session, chat.unreceived().getLast());
      }
    }
  }

  /// The chat to begin with for one who comes: where it stopped with that name, and what was
  /// written while nobody was there.
  static Chat begin(InRoom room, Chat soFar) {
    Chat chat = soFar;
    for (ChatEntry entry : room.unsent()) {
      chat = chat.with(entry);
    }
    return chat;
  }

  static void opened(Turn turn, PeerSession session) {
    if (turn.room() instanceof InRoom room) {
      PeerSession open = session.with(session.chat().opened());
      turn.put(open);
      turn.add(
          new CallEffect.SendOnChannel(
              session.key(), new ChannelMessage.Greeting(room.visit().instance())));
      ViewRules.tell(turn, open);
      open.chat().unreceived().forEach(line -> send(turn, open, line));
    }
  }

  static void closed(Turn turn, PeerSession session) {
    turn.put(session.with(session.chat().closed()));
  }

  static void heard(Turn turn, PeerSession session, CallEvent.ChannelSaid said) {
    Chat chat = session.chat();
    switch (said.message()) {
      case ChannelMessage.Greeting(var instance) ->
          turn.put(session.with(chat.greetedBy(instance)));
      case ChatMessage message -> arrived(turn, session, said.time(), message);
      case ChannelMessage.Received(var id) -> {
        List<Chat.Line> now = chat.unreceived().stream().filter(line -> line.id() <= id).toList();
        turn.put(session.with(chat.receivedUpTo(id)));
        delivered(turn, now);
      }
      case ChannelMessage.View view -> ViewRules.heard(turn, session, view);
    }
  }

  private static void arrived(Turn turn, PeerSession session, long time, ChatMessage message) {
    Chat chat = session.chat();
    turn.add(
        new CallEffect.SendOnChannel(
            session.key(),
            new ChannelMessage.Received(Math.max(message.id(), chat.lastIdShown()))));
    if (message.id() <= chat.lastIdShown()) {
      return; // sent again after an interruption
    }
    turn.put(session.with(chat.shown(message.id())));
    turn.add(
        new CallEffect.ShowChat(
            new ChatEntry(
                turn.nextSerial(),
                false,
                session.member().name(),
                Instant.ofEpochMilli(time),
                message.text(),
                Delivery.DELIVERED)));
  }

  /// A line has been delivered when everyone who is here has it.
  static void delivered(Turn turn, List<Chat.Line> lines) {
    if (!(turn.room() instanceof InRoom room) || room.peers().isEmpty()) {
      return;
    }
    for (Chat.Line line : lines) {
      boolean awaited =
          room.peers().all().stream()
              .flatMap(session -> session.chat().unreceived().stream())
              .anyMatch(other -> other.entry().key() == line.entry().key());
      if (!awaited) {
        turn.add(new CallEffect.ShowChat(line.entry().delivered()));
      }
    }
  }

  private static void send(Turn turn, PeerSession session, Chat.Line line) {
    ChatEntry entry = line.entry();
    turn.add(
        new CallEffect.SendOnChannel(
            session.key(), new ChatMessage(line.id(), entry.time().toEpochMilli(), entry.text())));
  }
}
