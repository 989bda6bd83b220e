package dev.confab.server.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// All that one start of the program was told, by whichever way.
public final class Sources {
  private final Map<String, String> environment;
  private final Settings settings;
  private final List<String> problems;

  private Sources(
      Map<Setting, Given> flags, Map<String, String> environment, SettingsFile.Content file) {
    this.environment = environment;
    this.settings = new Settings(flags, environment, file.given());
    this.problems = file.problems();
  }

  /// Gives a command the flags that [#of] looks for.
  public static void declare(CommandSpec command) {
    Flags.declare(command);
  }

  /// `command` is the outermost one, parsed; what stands behind a command inside it counts more.
  public static Sources of(CommandLine command, Map<String, String> environment) {
    Map<Setting, Given> flags = new EnumMap<>(Setting.class);
    SettingsFile.Content file = SettingsFile.Content.NONE;
    for (CommandLine each : command.getParseResult().asCommandLineList()) {
      ParseResult parsed = each.getParseResult();
      flags.putAll(Flags.given(parsed));
      if (parsed.hasMatchedOption(Flags.CONFIG)) {
        file = file(parsed.matchedOptionValue(Flags.CONFIG, ""));
      }
    }
    return new Sources(flags, environment, file);
  }

  private static SettingsFile.Content file(String path) {
    try {
      return SettingsFile.read(Path.of(path));
    } catch (InvalidPathException e) {
      return new SettingsFile.Content(Map.of(), List.of(Flags.CONFIG + " is not a path."));
    }
  }

  /// Reads the secret, and opens neither a port nor the files of TLS.
  public Configured configured() {
    return new Reading(settings, problems).configured();
  }

  /// What does not keep the server from running and is hardly meant so, a sentence each.
  public List<String> warnings() {
    return new Warnings(settings, environment).all();
  }
}
