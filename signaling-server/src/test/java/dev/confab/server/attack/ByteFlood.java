package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.Protocol;

final class ByteFlood implements Attack {
  private static final long SILENCE_NANOS = Protocol.SILENCE.toNanos();

  private static final String FIELDS =
      ",\"to\":\"nobody\",\"payload\":\"%s\"".formatted("x".repeat(48_000));

  @Override
  public String what() {
    return "one sends as many bytes as it can, and is cut off";
  }

  @Override
  public void run(Siege siege) throws Exception {
    try (Foe foe = Foe.member(siege.server(), siege.address(0), "Bytes", "bytes")) {
      foe.flood(Foe.text(foe.message("signal", FIELDS)), 200);
      long began = System.nanoTime();
      // without a word, where it came faster than the rooms' thread could refuse it
      assertThat(foe.end()).isIn(CloseCode.TOO_FAST.number(), Foe.CUT);
      assertThat(System.nanoTime() - began).as("not for silence").isLessThan(SILENCE_NANOS);
    }
  }
}
