package dev.confab.client.handover;

import dev.confab.client.call.ConfabLink;
import java.io.IOException;
import java.time.Duration;

/// Asks the window that is open to take a link. Any thread that may wait; needs neither JavaFX nor
/// anything native of ours.
public final class LinkSender {
  private LinkSender() {}

  /// Whatever goes wrong comes to the same: nobody there to take it.
  public static Answer send(MeetingPlace place, ConfabLink link, Duration limit) {
    try {
      place.requireOwn();
      try (LineChannel line = LineChannel.connect(place.socket(), limit)) {
        line.write(link.handoverText());
        return Answer.of(line.read());
      }
    } catch (IOException | UnsupportedOperationException nobody) {
      // no socket, a dead one's, one that does not answer, or a Windows that has none
      return Answer.NONE;
    }
  }
}
