package dev.confab.client.call;

import dev.confab.client.call.CallState.InRoom;
import dev.confab.client.call.ChatEntry.Delivery;
import dev.confab.client.call.PeerSession.Chat;
import dev.confab.protocol.ChatMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Chat: shown at once, sent when a channel is open, and what arrives is shown once, in order.
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
            room.request().name(),
            Instant.ofEpochMilli(written.time()),
            text,
            Delivery.WAITING);
    boolean sent = false;
    for (PeerSession session : room.peers().values()) {
      if (session.chat().open()) {
        send(turn, session, List.of(entry));
        sent = true;
      } else {
        Chat chat = session.chat();
        put(
            turn,
            session.with(
                new Chat(false, chat.lastIdSent(), chat.lastIdShown(), and(chat.unsent(), entry))));
      }
    }
    if (room.peers().isEmpty()) {
      turn.become(room.withUnsent(and(room.unsent(), entry)));
    }
    turn.add(new CallEffect.ShowChat(sent ? delivered(entry) : entry));
  }

  static void opened(Turn turn, PeerSession session) {
    Chat chat = session.chat();
    PeerSession open =
        session.with(new Chat(true, chat.lastIdSent(), chat.lastIdShown(), List.of()));
    put(turn, open);
    send(turn, open, chat.unsent());
    chat.unsent().forEach(entry -> turn.add(new CallEffect.ShowChat(delivered(entry))));
  }

  static void closed(Turn turn, PeerSession session) {
    Chat chat = session.chat();
    put(turn, session.with(new Chat(false, chat.lastIdSent(), chat.lastIdShown(), chat.unsent())));
  }

  static void arrived(Turn turn, PeerSession session, CallEvent.ChatArrived arrived) {
    Chat chat = session.chat();
    ChatMessage message = arrived.message();
    if (message.id() <= chat.lastIdShown()) {
      return; // sent again after an interruption
    }
    put(turn, session.with(new Chat(chat.open(), chat.lastIdSent(), message.id(), chat.unsent())));
    turn.add(
        new CallEffect.ShowChat(
            new ChatEntry(
                turn.nextSerial(),
                false,
                session.member().name(),
                Instant.ofEpochMilli(arrived.time()),
                message.text(),
                Delivery.DELIVERED)));
  }

  private static void send(Turn turn, PeerSession session, List<ChatEntry> entries) {
    Chat chat = session.chat();
    long id = chat.lastIdSent();
    for (ChatEntry entry : entries) {
      id++;
      turn.add(
          new CallEffect.SendChat(
              session.key(), new ChatMessage(id, entry.time().toEpochMilli(), entry.text())));
    }
    put(turn, session.with(new Chat(chat.open(), id, chat.lastIdShown(), chat.unsent())));
  }

  private static ChatEntry delivered(ChatEntry entry) {
    return new ChatEntry(
        entry.key(), entry.own(), entry.author(), entry.time(), entry.text(), Delivery.DELIVERED);
  }

  private static List<ChatEntry> and(List<ChatEntry> entries, ChatEntry entry) {
    List<ChatEntry> more = new ArrayList<>(entries);
    more.add(entry);
    return more;
  }

  private static void put(Turn turn, PeerSession session) {
    if (turn.room() instanceof InRoom room) {
      turn.become(room.with(session));
    }
  }
}
