package dev.confab.client.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.ConfabLink;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LinkHandoverTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path home;
  private final List<ConfabLink> taken = new CopyOnWriteArrayList<>();
  private volatile boolean inCall;
  private @Nullable LinkListener listener;
  private ConfabLink garden;

  @BeforeEach
  void link() throws Exception {
    garden =
        ConfabLink.parse(
            "confab://localhost:8443/garden?insecure#password=s3cret&invitation=a.b.c");
  }

  @AfterEach
  void close() throws InterruptedException {
    if (listener != null) {
      listener.close();
    }
  }

  private MeetingPlace place() {
    return new MeetingPlace(home.resolve("links"));
  }

  private LinkListener listen() throws InterruptedException {
    return listen(Runnable::run);
  }

  private LinkListener listen(Executor front) throws InterruptedException {
    LinkListener started = LinkListener.start(place(), front, link -> !inCall && taken.add(link));
    listener = started;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!started.isListening()) {
      assertThat(System.nanoTime()).as("listens in time").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return started;
  }

  private Answer send() {
    return LinkSender.send(place(), garden, PATIENCE);
  }

  /// Something else than Confab at the other end.
  private SocketChannel stranger() throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(place().socket()));
  }

  private ServerSocketChannel strangeListener() throws IOException {
    place().make();
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(place().socket()));
    return server;
  }

  private static void write(SocketChannel to, String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /// Waits until the other side hangs up; what it said.
  private static String hearOut(SocketChannel from) {
    ByteBuffer bytes = ByteBuffer.allocate(100);
    try {
      while (bytes.hasRemaining() && from.read(bytes) >= 0) {}
    } catch (IOException e) {
      return "(reset)"; // it hung up on what it had not read
    }
    return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
  }

  @Test
  void theWindowThatIsOpenTakesTheLinkWithItsSecret() throws Exception {
    listen();

    assertThat(send()).isEqualTo(Answer.TAKEN);
    assertThat(send()).isEqualTo(Answer.TAKEN);
    assertThat(taken).containsExactly(garden, garden);
  }

  @Test
  void aWindowInACallIsLeftInPeace() throws Exception {
    listen();
    inCall = true;

    assertThat(send()).isEqualTo(Answer.BUSY);
    assertThat(taken).isEmpty();
  }

  @Test
  void nobodyAnswersWhereThereIsNoWindow() {
    assertThat(send()).isEqualTo(Answer.NONE);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such permissions")
  void theSocketIsThePersonsAlone() throws Exception {
    listen();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place().socket())))
        .isEqualTo("rw-------");
  }

  @Test
  void aSocketThatACrashHasLeftIsNobodyAndItsPlaceIsTaken() throws Exception {
    strangeListener().close();
    assertThat(place().socket()).existsNoFollowLinks();

    assertThat(send()).isEqualTo(Answer.NONE);
    listen();
    assertThat(send()).isEqualTo(Answer.TAKEN);
  }

  @Test
  void anOrderlyEndLeavesNoSocket() throws Exception {
    listen().close();

    assertThat(place().socket()).doesNotExist();
    assertThat(send()).isEqualTo(Answer.NONE);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such permissions")
  void nobodyIsAskedInAFolderThatIsOpenToOthers() throws Exception {
    listen();
    Files.setPosixFilePermissions(place().folder(), PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(send()).isEqualTo(Answer.NONE);
    assertThat(taken).isEmpty();
  }

  @Test
  void whatIsNoLinkIsNotAnswered() throws Exception {
    listen();

    for (String line : List.of("--headless", "https://example.org/", "", "confab://h/\u0000")) {
      try (SocketChannel stranger = stranger()) {
        write(stranger, line + "\n");
        assertThat(hearOut(stranger)).as(line).isEmpty();
      }
    }
    assertThat(taken).isEmpty();
    assertThat(send()).isEqualTo(Answer.TAKEN);
  }

  @Test
  void aLineThatIsTooLongIsHungUpOn() throws Exception {
    listen();

    try (SocketChannel stranger = stranger()) {
      write(stranger, garden.shareText() + " ".repeat(LineChannel.MAX_BYTES) + "\n");
      assertThat(hearOut(stranger)).isIn("", "(reset)");
    }
    assertThat(taken).isEmpty();
    assertThat(send()).isEqualTo(Answer.TAKEN);
  }

  @Test
  void whoSaysNothingIsHungUpOnAndTheNextIsHeard() throws Exception {
    listen();

    try (SocketChannel silent = stranger()) {
      assertThat(send()).isEqualTo(Answer.TAKEN);
      assertThat(hearOut(silent)).isEmpty();
    }
  }

  @Test
  void aListenerThatDoesNotAnswerIsNotWaitedFor() throws Exception {
    try (ServerSocketChannel deaf = strangeListener()) {
      assertThat(deaf.isOpen()).isTrue();
      assertThat(LinkSender.send(place(), garden, Duration.ofMillis(100))).isEqualTo(Answer.NONE);
    }
  }

  @Test
  void anAnswerThatMakesNoSenseIsNone() throws Exception {
    try (ServerSocketChannel server = strangeListener()) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (SocketChannel peer = server.accept()) {
                  write(peer, "TAKEN it is\n");
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      assertThat(send()).isEqualTo(Answer.NONE);
    }
  }

  @Test
  void whatTheFrontDoesNotTakeInTimeItDoesNotTakeLater() throws Exception {
    List<Runnable> waiting = new ArrayList<>();
    listen(waiting::add);

    assertThat(send()).isEqualTo(Answer.BUSY);
    waiting.forEach(Runnable::run);
    assertThat(taken).isEmpty();
  }
}
