package dev.confab.system.mesh;

import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.LocalMedia;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.call.Phase;
import dev.confab.client.call.RemotePeer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// How things must stand when everything that was wished for has been done.
final class Room {
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private Room() {}

  /// Those inside see exactly each other, connected and as each of them says of themselves; the
  /// others are outside, and not by a failure.
  static boolean isSettled(List<Person> inside, List<Person> outside) {
    return outside.stream().allMatch(Room::isOutside)
        && inside.stream().allMatch(person -> seesExactly(person, inside));
  }

  private static boolean isOutside(Person person) {
    return person.snapshot().filter(now -> now.phase() instanceof Phase.Lobby).isPresent();
  }

  private static boolean seesExactly(Person person, List<Person> inside) {
    return person
        .inCall()
        .filter(
            call ->
                call.serverLink() == Phase.ServerLink.UP
                    && call.others().size() == inside.size() - 1
                    && inside.stream()
                        .filter(other -> other != person)
                        .allMatch(other -> sees(person, other)))
        .isPresent();
  }

  private static boolean sees(Person person, Person other) {
    return person
        .other(other.name)
        .filter(
            peer ->
                peer.link() == RemotePeer.Link.CONNECTED
                    && peer.chatOpen()
                    && other.snapshot().filter(now -> isShownAsItIs(peer, now)).isPresent())
        .isPresent();
  }

  private static boolean isShownAsItIs(RemotePeer shown, CallSnapshot itself) {
    LocalMedia media = itself.local();
    boolean microphone =
        !media.microphoneMuted()
            && !(media.microphone() instanceof MicrophoneChoice.None)
            && media.microphoneProblem() == null;
    return shown.microphone() == microphone
        && shown.camera() == media.cameraRunning()
        && itself.phase() instanceof Phase.InCall call
        && shown.hand() == call.hand();
  }

  static void await(BooleanSupplier condition, Supplier<String> what) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + PATIENCE.toSeconds() + " s: " + what.get());
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
