package dev.confab.server.settings;

import dev.confab.server.entry.InvitationKey;
import dev.confab.server.entry.KeyFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the server runs with all the same, and whoever set it up may want to know.
final class Warnings {
  /// The script that starts Java reads it.
  private static final String FOR_JAVA = Setting.PREFIX + "JAVA_OPTS";

  private final Settings settings;
  private final Map<String, String> environment;

  Warnings(Settings settings, Map<String, String> environment) {
    this.settings = settings;
    this.environment = environment;
  }

  List<String> all() {
    return Stream.of(
            openSecrets(),
            AccessReading.warnings(settings),
            relaysWithoutSecret(),
            HttpWarnings.all(settings),
            unknownVariables())
        .flatMap(warnings -> warnings)
        .toList();
  }

  private Stream<String> openSecrets() {
    return Stream.of(
            Setting.TLS_KEY,
            Setting.TURN_SECRET_FILE,
            Setting.INVITATION_KEY_FILE,
            Setting.METRICS_TOKEN_FILE,
            Setting.DASHBOARD_PASSWORD_FILE,
            Setting.DASHBOARD_VIEWER_PASSWORD_FILE)
        .flatMap(setting -> settings.get(setting).stream())
        .filter(given -> isOpenToAll(given.text()) && !isForAll(given.text()))
        .map(
            given ->
                "%s: everyone on this machine can read %s. Close it: chmod o= %2$s"
                    .formatted(given.where(), given.text()));
  }

  /// Clients then have nothing to show there, and get no relay.
  private Stream<String> relaysWithoutSecret() {
    return settings.get(Setting.TURN_SECRET_FILE).isPresent()
        ? Stream.empty()
        : settings.get(Setting.ICE_SERVER).stream()
            .filter(given -> given.parts().anyMatch(url -> url.startsWith("turn")))
            .map(
                given ->
                    given.where()
                        + ": a relay wants credentials, and without turn-secret-file clients have"
                        + " none.");
  }

  private static boolean isOpenToAll(String path) {
    try {
      return Files.getPosixFilePermissions(Path.of(path)).contains(PosixFilePermission.OTHERS_READ);
    } catch (UnsupportedOperationException e) {
      return false; // Windows has no such bits
    } catch (IOException | InvalidPathException e) {
      return false; // told as a problem
    }
  }

  /// A public key of invitations.
  private static boolean isForAll(String path) {
    try {
      return !InvitationKey.read(Path.of(path)).isSecret();
    } catch (KeyFileException | InvalidPathException e) {
      return false; // told as a problem, or another kind of secret
    }
  }

  /// Not an error: others write into the environment too, such as Kubernetes for a service of this
  /// name.
  private Stream<String> unknownVariables() {
    Set<String> known =
        Stream.of(Setting.values())
            .map(Setting::variable)
            .collect(Collectors.toCollection(TreeSet::new));
    known.add(FOR_JAVA);
    return environment.keySet().stream()
        .filter(name -> name.startsWith(Setting.PREFIX) && !known.contains(name))
        .sorted()
        .map(name -> name + " is not a setting, and nothing comes of it.");
  }
}
