package dev.confab.client.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the folder of the settings is private there")
class MeetingPlaceTest {
  @TempDir private Path home;

  private MeetingPlace place() {
    return new MeetingPlace(home.resolve("confab/links"));
  }

  @Test
  void itIsMadeForItsOwnerAlone() throws IOException {
    place().make();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place().folder())))
        .isEqualTo("rwx------");
    assertThatCode(place()::make).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwx---", "rwx---rwx", "rwx--x---", "rwxr--r--"})
  void oneThatIsOpenToOthersIsNotOurs(String permissions) throws IOException {
    Files.createDirectories(place().folder());
    Files.setPosixFilePermissions(place().folder(), PosixFilePermissions.fromString(permissions));

    assertThatThrownBy(place()::requireOwn).isInstanceOf(IOException.class);
    assertThatThrownBy(place()::make).isInstanceOf(IOException.class);
  }

  @Test
  void aLinkToAFolderIsNoFolder() throws IOException {
    MeetingPlace elsewhere = new MeetingPlace(home.resolve("elsewhere"));
    elsewhere.make();
    Files.createDirectories(place().folder().getParent());
    Files.createSymbolicLink(place().folder(), elsewhere.folder());

    assertThatThrownBy(place()::requireOwn).isInstanceOf(IOException.class);
  }

  /// Only root can read in another's private folder, and only root can make one for this test.
  @Test
  void anothersFolderIsNotOurs() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")));
    place().make();
    Files.setOwner(
        place().folder(),
        home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("daemon"));

    assertThatThrownBy(place()::requireOwn).isInstanceOf(IOException.class);
  }
}
