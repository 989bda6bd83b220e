package dev.confab.client.rtc;

import static dev.confab.client.rtc.TestEngine.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.FakeServer;
import dev.confab.client.call.MediaWish;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.call.SpeakerChoice;
import dev.confab.client.media.FrameStamp;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two real engines in one process, with test pictures and tones.
class TwoEnginesIT {
  private static final MediaWish PAINTED =
      new MediaWish(
          new CameraChoice.Pattern(),
          false,
          new MicrophoneChoice.Tone(),
          false,
          new SpeakerChoice.None());

  private TestEngine anna;
  private TestEngine ben;

  @BeforeEach
  void call() throws Exception {
    FakeServer server = new FakeServer();
    anna = new TestEngine("Anna", server.signaling(), PAINTED);
    ben = new TestEngine("Ben", server.signaling(), PAINTED);
    anna.join();
    await("Anna is in", anna::inCall);
    ben.join();
    await("connected", () -> anna.connected() && ben.connected());
  }

  @AfterEach
  void end() throws Exception {
    anna.close();
    ben.close();
  }

  @Test
  void eachSeesTheOthersFramesGoOn() throws Exception {
    for (TestEngine engine : List.of(anna, ben)) {
      AtomicLong first = new AtomicLong(-1);
      await(
          "a stamped frame, and a later one",
          () -> {
            Optional<FrameStamp> stamp = engine.look();
            stamp.ifPresent(s -> first.compareAndSet(-1, s.frameNumber()));
            return stamp.isPresent() && first.get() >= 0 && stamp.get().frameNumber() > first.get();
          });
    }
  }

  @Test
  void tenThousandMessagesArriveInOrder() throws Exception {
    int count = 10_000;
    for (int i = 0; i < count; i++) {
      anna.call().sendChat("a" + i);
      ben.call().sendChat("b" + i);
    }
    await(
        "all have arrived",
        () -> texts(anna, false).size() == count && texts(ben, false).size() == count);
    assertThat(texts(ben, false))
        .containsExactlyElementsOf(IntStream.range(0, count).mapToObj(i -> "a" + i).toList());
    assertThat(texts(anna, false))
        .containsExactlyElementsOf(IntStream.range(0, count).mapToObj(i -> "b" + i).toList());
  }

  @Test
  void offersInQuickSuccessionDoNotGetEachOthersAnswers() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      ben.changeNetwork(); // he came later, so the offers are his
      LockSupport.parkNanos(random.nextInt(25_000_000));
    }
    anna.call().sendChat("still there?");
    await("it arrives", () -> texts(ben, false).contains("still there?"));
    assertThat(anna.failedNegotiations()).isEmpty();
    assertThat(ben.failedNegotiations()).isEmpty();
  }

  private static List<String> texts(TestEngine engine, boolean own) {
    return engine.chat().stream().filter(e -> e.own() == own).map(ChatEntry::text).toList();
  }
}
