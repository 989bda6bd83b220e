package dev.confab.server.settings;

import dev.confab.server.HttpSettings;
import dev.confab.server.dashboard.DashboardSettings;
import dev.confab.server.dashboard.PasswordHash;
import dev.confab.server.http.AccessToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The part of [Reading] that is about the second port. What is wrong is added to the problems.
final class HttpReading {
  private static final int MAX_SECRET_BYTES = 4096;
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
  private static final List<Setting> ON_THE_PORT =
      List.of(
          Setting.METRICS_TOKEN_FILE,
          Setting.DASHBOARD_PASSWORD_FILE,
          Setting.DASHBOARD_VIEWER_PASSWORD_FILE,
          Setting.DASHBOARD_HOST);

  private final Settings settings;
  private final List<String> problems;

  HttpReading(Settings settings, List<String> problems) {
    this.settings = settings;
    this.problems = problems;
  }

  /// Null: there is no such port.
  @Nullable HttpSettings http() {
    Given port = settings.get(Setting.HTTP_PORT).orElse(null);
    if (port == null) {
      ON_THE_PORT.stream()
          .flatMap(setting -> settings.get(setting).stream())
          .forEach(given -> refuse(given, "needs http-port as well."));
      return null;
    }
    int number = PORT.matcher(port.text()).matches() ? Integer.parseInt(port.text()) : -1;
    if (number < 0 || number > 65_535) {
      refuse(port, "is a number from 0 to 65535.");
    }
    Given bind = settings.get(Setting.HTTP_BIND).orElseThrow();
    if (bind.text().isBlank() || bind.text().contains(" ")) {
      refuse(bind, "is an address of this machine, as in 127.0.0.1.");
    }
    return new HttpSettings(bind.text(), number, token(), dashboard());
  }

  private @Nullable AccessToken token() {
    return secret(Setting.METRICS_TOKEN_FILE, AccessToken::of, "");
  }

  private @Nullable DashboardSettings dashboard() {
    String remedy = ". Make one: confab-server hash-password";
    PasswordHash admin = secret(Setting.DASHBOARD_PASSWORD_FILE, PasswordHash::parse, remedy);
    PasswordHash viewer =
        secret(Setting.DASHBOARD_VIEWER_PASSWORD_FILE, PasswordHash::parse, remedy);
    Set<String> hosts = hosts();
    if (Stream.of(Setting.DASHBOARD_PASSWORD_FILE, Setting.DASHBOARD_VIEWER_PASSWORD_FILE)
        .allMatch(setting -> settings.get(setting).isEmpty())) {
      settings
          .get(Setting.DASHBOARD_HOST)
          .ifPresent(given -> refuse(given, "needs dashboard-password-file as well."));
    }
    return admin == null && viewer == null ? null : new DashboardSettings(admin, viewer, hosts);
  }

  private Set<String> hosts() {
    Given given = settings.get(Setting.DASHBOARD_HOST).orElse(null);
    if (given == null) {
      return Set.of();
    }
    Set<String> hosts =
        Stream.of(given.text().split(",", -1))
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (!hosts.stream().allMatch(host -> HOST.matcher(host).matches())) {
      refuse(given, "is a list with commas of names, as in status.example.org.");
    }
    return hosts;
  }

  /// The text of a file, without the white space around it, as what it stands for. Nothing of it is
  /// repeated.
  private <T> @Nullable T secret(Setting setting, Function<String, T> meaning, String remedy) {
    Given given = settings.get(setting).orElse(null);
    if (given == null) {
      return null;
    }
    try (InputStream in = Files.newInputStream(Path.of(given.text()))) {
      byte[] content = in.readNBytes(MAX_SECRET_BYTES);
      return meaning.apply(new String(content, StandardCharsets.UTF_8).strip());
    } catch (IOException | InvalidPathException e) {
      refuse(given, "names no file that the server can read.");
    } catch (IllegalArgumentException e) {
      refuse(given, "names a file that " + e.getMessage() + remedy + ".");
    }
    return null;
  }

  private void refuse(Given given, String why) {
    problems.add(given.where() + " " + why);
  }
}
