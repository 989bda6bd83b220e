package dev.confab.system;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// What has come about for one client, told once each as soon as its figures show it.
final class Milestones {
  private enum Milestone {
    IN_ROOM("came into the room"),
    CONNECTED("was connected"),
    FIRST_FRAME("saw the other"),
    STREAM("received a stream of video"),
    CHAT("got a message and an answer");

    private final String words;

    Milestone(String words) {
      this.words = words;
    }
  }

  private final String name;
  private final String other;
  private final Consumer<String> tell;
  private final Set<Milestone> reached = new LinkedHashSet<>();

  Milestones(String name, String other, Consumer<String> tell) {
    this.name = name;
    this.other = other;
    this.tell = tell;
  }

  void look(Figures figures) {
    Figures peer = figures.peer();
    Figures received = peer.object("received");
    if (!figures.text("room").isEmpty()) {
      reach(Milestone.IN_ROOM, "is in the room \"%s\"".formatted(figures.text("room")));
    }
    if (peer.text("link").equals("CONNECTED") && !peer.text("path").isEmpty()) {
      reach(
          Milestone.CONNECTED,
          "connected to %s by %s after %.0f ms"
              .formatted(other, peer.text("path"), peer.number("connectedAfterMillis")));
    }
    if (peer.number("framesDrawn") > 0) {
      reach(
          Milestone.FIRST_FRAME,
          "first frame of %s after %.0f ms".formatted(other, peer.number("firstFrameAfterMillis")));
    }
    if (received.number("framesPerSecond") > 0) {
      reach(Milestone.STREAM, "receives " + stream(received));
    }
    if (figures.number("chatSent") > 0 && figures.number("chatReceived") > 0) {
      reach(Milestone.CHAT, "chat: wrote to %s, and heard back".formatted(other));
    }
  }

  private static String stream(Figures received) {
    return String.format(
        Locale.ROOT,
        "%s, %.0fx%.0f, %.0f frames a second",
        received.text("codec"),
        received.number("width"),
        received.number("height"),
        received.number("framesPerSecond"));
  }

  private void reach(Milestone milestone, String words) {
    if (reached.add(milestone)) {
      tell.accept(words);
    }
  }

  boolean complete() {
    return reached.size() == Milestone.values().length;
  }

  /// What has not come about, for a person; empty when all has.
  String missing() {
    for (Milestone milestone : Milestone.values()) {
      if (!reached.contains(milestone)) {
        return name + " never " + milestone.words + ".";
      }
    }
    return "";
  }
}
