package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tests of the packages take nothing away that was there before them.
class MachineTest {
  @TempDir private Path root;

  @Test
  void whereNothingIsThereIsNothingToLose() {
    assertThat(Machine.places(root)).isEmpty();
  }

  @Test
  void settingsThatSomebodyWroteAreSeen() throws Exception {
    Path settings = Files.createDirectories(root.resolve("etc/confab"));
    Files.writeString(settings.resolve("server.conf"), "port = 443\n");

    assertThat(Machine.places(root)).containsExactly(settings);
  }

  @Test
  void aLinkThatLeadsNowhereIsSeen() throws Exception {
    assumeThat(Os.here()).as("anyone may make links").isNotEqualTo(Os.WINDOWS);
    Path link = Files.createDirectories(root.resolve("usr/bin")).resolve("confab");
    Files.createSymbolicLink(link, Path.of("/nowhere/confab"));

    assertThat(Machine.places(root)).containsExactly(link);
  }

  @Test
  void whatWasRemovedAndNotPurgedIsKnown() {
    assertThat(Machine.isKnown(new Ran(0, "rc "))).isTrue();
    assertThat(Machine.isKnown(new Ran(0, "iF "))).isTrue();
    assertThat(Machine.isKnown(new Ran(0, "un "))).isFalse();
    assertThat(Machine.isKnown(new Ran(1, "no packages found matching confab"))).isFalse();
  }
}
