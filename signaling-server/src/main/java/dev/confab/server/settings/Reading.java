package dev.confab.server.settings;

import dev.confab.protocol.IceServer;
import dev.confab.server.IceSettings;
import dev.confab.server.ServerConfig;
import dev.confab.server.ServerConfig.TlsFiles;
import dev.confab.server.StartException;
import dev.confab.server.TurnSecret;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes a configuration of settings. Goes on after a mistake, so that all of them are told at
/// once.
final class Reading {
  private static final Pattern ICE_URL = Pattern.compile("(stun|turn)s?:[^\\s/@,]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  static final int ANY = Integer.MAX_VALUE;

  private final Settings settings;
  private final List<String> problems;

  /// `problems` are those that were found before.
  Reading(Settings settings, List<String> problems) {
    this.settings = settings;
    this.problems = new ArrayList<>(problems);
  }

  Configured configured() {
    ServerConfig config =
        ServerConfig.defaults()
            .withAddress(bind(), number(Setting.PORT, 0, 65_535))
            .withTls(tls())
            .withRoomSize(number(Setting.ROOM_SIZE, 2, 64))
            .withRates(
                number(Setting.MESSAGES_PER_SECOND, 10, ANY),
                number(Setting.BYTES_PER_SECOND, 65_536, ANY))
            .withMaxConnections(number(Setting.MAX_CONNECTIONS, 1, ANY))
            .withAccess(new AccessReading(settings, this).rules())
            .withIce(ice())
            .withEntry(new EntryReading(settings, this).entry())
            .withDrainSeconds(number(Setting.DRAIN_SECONDS, 0, ANY))
            .withHttp(new HttpReading(settings, problems).http());
    return problems.isEmpty() ? new Configured.Ready(config) : new Configured.Refused(problems);
  }

  void refuse(Given given, String why) {
    problems.add(given.where() + " " + why);
  }

  /// A whole sentence.
  void add(String problem) {
    problems.add(problem);
  }

  private String bind() {
    Given given = settings.get(Setting.BIND).orElseThrow();
    if (given.text().isBlank() || given.text().contains(" ")) {
      refuse(given, "is an address of this machine, as in 127.0.0.1.");
    }
    return given.text();
  }

  int number(Setting setting, int least, int most) {
    Given given = settings.get(setting).orElseThrow();
    int value = NUMBER.matcher(given.text()).matches() ? Integer.parseInt(given.text()) : -1;
    if (value < least || value > most) {
      refuse(
          given,
          most == ANY
              ? "is a whole number, and at least %d.".formatted(least)
              : "is a number from %d to %d.".formatted(least, most));
    }
    return value;
  }

  private Optional<Path> path(Setting setting) {
    return settings.get(setting).flatMap(this::path);
  }

  private Optional<Path> path(Given given) {
    try {
      return Optional.of(Path.of(given.text()));
    } catch (InvalidPathException e) {
      refuse(given, "is not a path.");
      return Optional.empty();
    }
  }

  private @Nullable TlsFiles tls() {
    Optional<Path> certificates = path(Setting.TLS_CERT);
    Optional<Path> key = path(Setting.TLS_KEY);
    needs(Setting.TLS_CERT, Setting.TLS_KEY);
    needs(Setting.TLS_KEY, Setting.TLS_CERT);
    if (certificates.isEmpty() || key.isEmpty()) {
      return null;
    }
    boolean certificatesThere = isThere(Setting.TLS_CERT, certificates.get());
    boolean keyThere = isThere(Setting.TLS_KEY, key.get());
    return certificatesThere && keyThere ? new TlsFiles(certificates.get(), key.get()) : null;
  }

  /// What is no file is not repeated: it may be the secret that should stand in one.
  private boolean isThere(Setting setting, Path file) {
    boolean there = Files.exists(file);
    if (!there) {
      refuse(settings.get(setting).orElseThrow(), "names no file that the server can find.");
    }
    return there;
  }

  private void needs(Setting one, Setting other) {
    if (settings.get(other).isEmpty()) {
      settings.get(one).ifPresent(given -> refuse(given, "needs " + other.key() + " as well."));
    }
  }

  private IceSettings ice() {
    Duration validity = Duration.ofSeconds(number(Setting.TURN_VALIDITY, 60, ANY));
    boolean anyCertificate = isYes(Setting.TURN_ANY_CERTIFICATE);
    Optional<Given> given = settings.get(Setting.ICE_SERVER);
    List<String> urls = given.stream().flatMap(Given::parts).toList();
    if (given.isPresent() && !urls.stream().allMatch(url -> ICE_URL.matcher(url).matches())) {
      refuse(
          given.get(),
          "is a list with commas, and each has the form stun:HOST[:PORT], turn:HOST[:PORT] or"
              + " turns:HOST[:PORT].");
      return IceSettings.NONE; // what needs one is not to complain as well
    }
    List<IceServer> servers =
        urls.stream()
            .map(IceServer::of)
            .map(it -> anyCertificate && it.relaysOverTls() ? it.withAnyCertificate() : it)
            .toList();
    if (anyCertificate && servers.stream().noneMatch(IceServer::relaysOverTls)) {
      refuse(
          settings.get(Setting.TURN_ANY_CERTIFICATE).orElseThrow(),
          "needs an ice-server of the form turns:HOST.");
    }
    return new IceSettings(servers, secret(servers), validity);
  }

  private boolean isYes(Setting setting) {
    Given given = settings.get(setting).orElseThrow();
    if (!given.text().equals("true") && !given.text().equals("false")) {
      refuse(given, "is true or false.");
    }
    return given.text().equals("true");
  }

  private @Nullable TurnSecret secret(List<IceServer> servers) {
    Optional<Path> file = path(Setting.TURN_SECRET_FILE);
    if (file.isEmpty()) {
      return null;
    }
    if (servers.stream().noneMatch(IceServer::relays)) {
      refuse(
          settings.get(Setting.TURN_SECRET_FILE).orElseThrow(),
          "needs an ice-server of the form turn:HOST or turns:HOST.");
      return null;
    }
    if (!isThere(Setting.TURN_SECRET_FILE, file.get())) {
      return null;
    }
    try {
      return TurnSecret.read(file.get());
    } catch (StartException e) {
      problems.add(e.getMessage());
      return null;
    }
  }
}
