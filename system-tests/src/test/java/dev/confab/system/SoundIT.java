package dev.confab.system;

import dev.confab.server.ServerConfig;
import dev.confab.server.SignalingServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The sound that a person hears: from the microphone of one desk to the speaker of another,
/// through two real sound systems. Each desk has a second device to choose; the second microphone
/// hears another tone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoundIT {
  private static final double FIRST_HERTZ = 440;
  private static final double SECOND_HERTZ = 1000;
  private static final List<String> SOUND_ONLY = List.of("none", "any", "any");

  private Path folder;

  private Desk annasDesk;
  private Desk bensDesk;
  private SignalingServer server;
  private Caller anna;
  private Caller ben;
  private Process secondTone;

  @BeforeAll
  void call(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Desk.assumePossible();
    annasDesk = Desk.withEverything(Files.createDirectory(folder.resolve("anna")));
    bensDesk = Desk.withEverything(Files.createDirectory(folder.resolve("ben")));
    server = SignalingServer.start(ServerConfig.defaults().withAddress("127.0.0.1", 0));
    anna = Caller.start(annasDesk.command(), server.address(), "r", "Anna", SOUND_ONLY);
    ben =
        Caller.start(
            bensDesk.command(), server.address(), "r", "Ben", List.of("none", "none", "any"));
    anna.awaitConnected();
    ben.awaitConnected();
    secondTone = secondMicrophone();
    bensDesk.pactl(
        "load-module",
        "module-null-sink",
        "sink_name=second",
        "rate=48000",
        "sink_properties=device.description=Second-Speaker");
  }

  private Process secondMicrophone() throws Exception {
    annasDesk.pactl(
        "load-module",
        "module-null-sink",
        "sink_name=mouth2",
        "rate=48000",
        "sink_properties=device.description=Mouth2");
    annasDesk.pactl(
        "load-module",
        "module-remap-source",
        "master=mouth2.monitor",
        "source_name=mic2",
        "source_properties=device.description=Second-Microphone");
    Path tone = folder.resolve("tone.wav");
    Process sox =
        annasDesk
            .soundProgram(
                List.of(
                    "sox",
                    "-q",
                    "-n",
                    "-r",
                    "48000",
                    "-c",
                    "1",
                    tone.toString(),
                    "synth",
                    "0.2",
                    "sine",
                    "" + SECOND_HERTZ,
                    "vol",
                    "0.5",
                    "pad",
                    "0",
                    "0.3",
                    "repeat",
                    "1200"))
            .start();
    if (sox.waitFor() != 0) {
      throw new AssertionError("sox makes no tone");
    }
    return annasDesk.soundProgram(List.of("paplay", "-d", "mouth2", tone.toString())).start();
  }

  @AfterAll
  void end() throws Exception {
    if (secondTone != null) {
      secondTone.destroy();
    }
    for (AutoCloseable each : new AutoCloseable[] {anna, ben, server}) {
      if (each != null) {
        each.close();
      }
    }
  }

  @BeforeEach
  void firstDevicesAndNotMuted() throws Exception {
    anna.tell("microphone Desk-Microphone");
    anna.tell("unmute");
    ben.tell("speaker Desk-Speaker");
    try (Ear ear = Ear.on(bensDesk, "speaker.monitor")) {
      ear.awaitTone(FIRST_HERTZ);
    }
  }

  @Test
  void whoIsMutedIsNotHeardUntilTheySpeakAgain() throws Exception {
    try (Ear ear = Ear.on(bensDesk, "speaker.monitor")) {
      anna.tell("mute");
      ben.await("told that she is muted", now -> !now.peer().flag("microphone"));
      ear.awaitSilence();
      anna.tell("unmute");
      ear.awaitTone(FIRST_HERTZ);
    }
  }

  @Test
  void theChosenSpeakerPlaysAndTheOtherDoesNot() throws Exception {
    ben.await(
        "it is listed",
        now ->
            now.values().get("speakers") instanceof List<?> list
                && list.contains("Second-Speaker"));
    ben.tell("speaker Second-Speaker");
    try (Ear first = Ear.on(bensDesk, "speaker.monitor");
        Ear second = Ear.on(bensDesk, "second.monitor")) {
      second.awaitTone(FIRST_HERTZ);
      first.awaitSilence();
    }
  }

  @Test
  void theChosenMicrophoneIsTheOneThatIsHeard() throws Exception {
    anna.await(
        "it is listed",
        now ->
            now.values().get("microphones") instanceof List<?> list
                && list.contains("Second-Microphone"));
    anna.tell("microphone Second-Microphone");
    try (Ear ear = Ear.on(bensDesk, "speaker.monitor")) {
      ear.awaitTone(SECOND_HERTZ);
    }
  }
}
