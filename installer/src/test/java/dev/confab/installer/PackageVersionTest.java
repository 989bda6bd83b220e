package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageVersionTest {
  @ParameterizedTest
  @CsvSource({
    "1.2.3, 1.2.3, 1.2.3, 2.2.3",
    "0.1.0-SNAPSHOT, 0.1.0~SNAPSHOT, 0.1.0, 1.1.0",
    "0.2.0-beta.1, 0.2.0~beta.1, 0.2.0, 1.2.0"
  })
  void eachSystemGetsTheVersionAsItWritesOne(
      String version, String linux, String windows, String macOs) {
    PackageVersion packed = PackageVersion.of(version);

    assertThat(packed.linux()).isEqualTo(linux);
    assertThat(packed.numbers()).isEqualTo(windows);
    assertThat(packed.macBundle()).isEqualTo(macOs);
    assertThat(packed).hasToString(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.2", "1.2.3.4", "v1.2.3", "1.2.3-", "1.2.3-a b", "10000.0.0"})
  void anythingElseIsNoVersion(String text) {
    assertThatThrownBy(() -> PackageVersion.of(text)).hasMessageContaining("Not a version");
  }
}
