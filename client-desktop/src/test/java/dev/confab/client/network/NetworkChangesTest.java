package dev.confab.client.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkChangesTest {
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final Set<String> WIFI = Set.of("192.0.2.7");
  private static final Set<String> CABLE = Set.of("198.51.100.7");
  private static final Set<String> BOTH = Set.of("192.0.2.7", "198.51.100.7");
  private static final Set<String> NONE = Set.of();
  private final NetworkChanges changes = new NetworkChanges(BETWEEN, WIFI, 0);
  private long now;

  private boolean look(Set<String> addresses) {
    now += BETWEEN.toMillis();
    return changes.look(addresses, now);
  }

  private boolean lookAfter(Duration time, Set<String> addresses) {
    now += time.minus(BETWEEN).toMillis();
    return look(addresses);
  }

  @Test
  void nothingNewIsNoChange() {
    assertThat(look(WIFI)).isFalse();
    assertThat(look(WIFI)).isFalse();
  }

  @Test
  void anotherAddressInPlaceOfTheOldOneIsAChange() {
    assertThat(look(CABLE)).isTrue();
    assertThat(look(CABLE)).isFalse();
  }

  @Test
  void aLossIsAChangeAndSoIsTheReturn() {
    assertThat(look(NONE)).isTrue();
    assertThat(look(NONE)).isFalse();
    assertThat(look(WIFI)).isTrue();
  }

  @Test
  void whatComesBesideWhatStaysIsNone() {
    assertThat(look(BOTH)).isFalse();
  }

  @Test
  void whatComesSoonAfterALossReplacesIt() {
    changes.look(BOTH, now);
    assertThat(look(WIFI)).isTrue();
    assertThat(look(BOTH)).isTrue();
  }

  @Test
  void aComputerThatSleptStartsAnew() {
    assertThat(lookAfter(Duration.ofMinutes(3), WIFI)).isTrue();
    assertThat(look(WIFI)).isFalse();
  }

  @Test
  void aBusyComputerHasNotSlept() {
    assertThat(lookAfter(Duration.ofSeconds(4), WIFI)).isFalse();
  }
}
