package dev.confab.client.comeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedCallsTest {
  @TempDir private Path settings;
  private Path folder;
  private final Set<Long> running = new HashSet<>();

  @BeforeEach
  void name() {
    folder = settings.resolve("calls");
  }

  /// At so many seconds after noon.
  private SavedCalls at(long seconds) {
    Clock clock = Clock.fixed(Calls.NOON.plusSeconds(seconds), ZoneOffset.UTC);
    return new SavedCalls(folder, clock, run -> running.contains(run.pid()));
  }

  private PrivateFile save(long pid, char token, long seconds) throws IOException {
    SavedCall call = Calls.saved(pid, token, seconds);
    PrivateFile file = at(0).fileOf(call.run());
    file.write(call.toBytes());
    return file;
  }

  @Test
  void whereNoCallWasEverMadeThereIsNoWayBack() {
    assertThat(at(0).newest()).isEmpty();
    assertThat(folder).doesNotExist();
  }

  @Test
  void theWayBackIsWhatWasSaved() throws IOException {
    save(7, 'a', 0);
    assertThat(at(120).newest()).contains(Calls.wayBack('a'));
  }

  @Test
  void ofSeveralTheNewestIsTheWayBack() throws IOException {
    save(7, 'a', 10);
    save(8, 'b', 30);
    save(9, 'c', 20);
    assertThat(at(60).newest()).contains(Calls.wayBack('b'));
  }

  @Test
  void whatIsOlderThanTwoMinutesIsDeleted() throws IOException {
    PrivateFile file = save(7, 'a', 0);
    assertThat(at(121).newest()).isEmpty();
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void aClockThatWentBackDoesNotKeepAFileForever() throws IOException {
    PrivateFile file = save(7, 'a', 3600);
    assertThat(at(0).newest()).isEmpty();
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void theCallOfAnotherOpenWindowIsLeftAlone() throws IOException {
    PrivateFile old = save(7, 'a', 0);
    running.add(7L);
    assertThat(at(60).newest()).isEmpty();
    assertThat(at(600).newest()).isEmpty();
    assertThat(old.path()).exists();
  }

  @Test
  void aWayThatIsTakenIsOfferedToNobodyElse() throws IOException {
    PrivateFile taken = save(7, 'a', 0);
    save(8, 'b', 0);
    at(0).forget(Calls.ticket('a'));
    assertThat(taken.path()).doesNotExist();
    assertThat(at(0).newest()).contains(Calls.wayBack('b'));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheUserCanReadIt() throws IOException {
    PrivateFile file = save(7, 'a', 0);
    save(7, 'b', 1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file.path());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rubbish", "\\u12", "token=x", "at=1\npid=-1"})
  void rubbishIsIgnoredAndDoesNotStay(String rubbish) throws IOException {
    save(8, 'b', 0);
    Path file = folder.resolve("7.properties");
    Files.writeString(file, rubbish);
    Files.setLastModifiedTime(file, FileTime.from(Calls.NOON));
    assertThat(at(60).newest()).contains(Calls.wayBack('b'));
    assertThat(file).exists();
    assertThat(at(121).newest()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileThatIsTooLargeOrNoneIsNotRead() throws IOException {
    save(8, 'b', 0);
    byte[] large = new byte[PrivateFile.MAX_BYTES + 1];
    System.arraycopy(Calls.saved(7, 'a', 30).toBytes(), 0, large, 0, 100);
    Files.write(folder.resolve("7.properties"), large);
    Files.createDirectory(folder.resolve("9.properties"));
    assertThat(at(60).newest()).contains(Calls.wayBack('b'));
  }

  @ParameterizedTest
  @CsvSource({
    "server, ht tp://x",
    "room, Not A Room",
    "name, ''",
    "address.hidden, perhaps",
    "token, short",
    "pid, x",
    "pid, -1",
    "pid, 99999999999999999999",
    "started, ''",
    "at, yesterday"
  })
  void aWayBackIsWholeOrNone(String key, String value) throws IOException {
    Properties properties = new Properties();
    byte[] whole = Calls.saved(7, 'a', 0).toBytes();
    properties.load(new ByteArrayInputStream(whole));
    properties.setProperty(key, value);
    StringWriter text = new StringWriter();
    properties.store(text, null);
    assertThat(SavedCall.of(whole)).contains(Calls.saved(7, 'a', 0));
    assertThat(SavedCall.of(text.toString().getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aRunIsKnownByItsProcessAndItsStart() throws IOException {
    Process other = new ProcessBuilder("sleep", "60").start();
    try {
      Run run = new Run(other.pid(), other.info().startInstant().orElseThrow());
      assertThat(run.runsElsewhere()).isTrue();
      assertThat(new Run(run.pid(), run.started().minus(Duration.ofMinutes(5))).runsElsewhere())
          .isFalse();
      assertThat(Run.ofThisProcess().runsElsewhere()).isFalse();
    } finally {
      other.destroyForcibly();
    }
  }
}
