package dev.confab.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.Identity;
import dev.confab.server.ServerConfig.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// One look after the other, by hand.
@SuppressWarnings("NullAway.Init") // see makeIdentities and load
class LiveIdentityIT {
  @TempDir private static Path shared = Path.of("");
  @TempDir private Path directory = Path.of("");

  private static Identity old;
  private static Identity next;
  private Path certificate;
  private Path key;
  private LiveIdentity live;
  private SSLContext first;

  @BeforeAll
  static void makeIdentities() throws Exception {
    old = Identity.make(shared, "EC");
    next = Identity.make(Files.createDirectory(shared.resolve("next")), "EC");
  }

  @BeforeEach
  void load() throws Exception {
    certificate = Files.copy(old.certificate(), directory.resolve("tls.crt"));
    key = Files.copy(old.key(), directory.resolve("tls.key"));
    live = LiveIdentity.load(new TlsFiles(certificate, key));
    first = live.current();
  }

  @AfterEach
  void close() {
    live.close();
  }

  private void put(Path what, Path where) throws IOException {
    Path beside = Files.copy(what, directory.resolve("beside"));
    Files.move(beside, where, StandardCopyOption.REPLACE_EXISTING);
  }

  private SSLContext afterTwoLooks() {
    live.look();
    live.look();
    return live.current();
  }

  @Test
  void whatDoesNotChangeIsKept() {
    assertThat(afterTwoLooks()).isSameAs(first);
  }

  @Test
  void whatHasChangedIsLoadedWhenItHasRested() throws Exception {
    put(next.certificate(), certificate);
    put(next.key(), key);
    live.look();
    assertThat(live.current()).isSameAs(first);
    live.look();
    SSLContext second = live.current();
    assertThat(second).isNotSameAs(first);
    assertThat(afterTwoLooks()).isSameAs(second);
  }

  @Test
  void inTheMiddleOfARenewalTheOldOneStaysAndThenTheNewOneCounts() throws Exception {
    put(next.certificate(), certificate);
    assertThat(afterTwoLooks()).isSameAs(first);
    put(next.key(), key);
    assertThat(afterTwoLooks()).isNotSameAs(first);
  }

  @Test
  void aFileThatIsGoneForAWhileHarmsNobody() throws Exception {
    Files.delete(key);
    assertThat(afterTwoLooks()).isSameAs(first);
    put(old.key(), key);
    assertThat(afterTwoLooks()).isNotSameAs(first);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // where links take a privilege
  void aLinkThatPointsElsewhereIsAChange() throws Exception {
    Path one = folderOf("one", old);
    Path certificateLink = directory.resolve("live.crt");
    Path keyLink = directory.resolve("live.key");
    Files.createSymbolicLink(certificateLink, one.resolve("crt"));
    Files.createSymbolicLink(keyLink, one.resolve("key"));
    try (LiveIdentity linked = LiveIdentity.load(new TlsFiles(certificateLink, keyLink))) {
      SSLContext before = linked.current();
      Path two = folderOf("two", next);
      Files.delete(certificateLink);
      Files.createSymbolicLink(certificateLink, two.resolve("crt"));
      Files.delete(keyLink);
      Files.createSymbolicLink(keyLink, two.resolve("key"));
      linked.look();
      linked.look();
      assertThat(linked.current()).isNotSameAs(before);
    }
  }

  private Path folderOf(String name, Identity identity) throws IOException {
    Path folder = Files.createDirectory(directory.resolve(name));
    Files.copy(identity.certificate(), folder.resolve("crt"));
    Files.copy(identity.key(), folder.resolve("key"));
    return folder;
  }
}
