package dev.confab.server.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What was said of each setting by whoever has the last word on it: a flag, then the environment,
/// then the file. A list replaces a weaker one, and is not added to it. This is not left to a
/// picocli default provider: a message could then not tell which line of which file it means.
final class Settings {
  private final Map<Setting, Given> given = new EnumMap<>(Setting.class);

  Settings(Map<Setting, Given> flags, Map<String, String> environment, Map<Setting, Given> file) {
    given.putAll(file);
    given.putAll(ofEnvironment(environment));
    given.putAll(flags);
  }

  /// A variable that is empty says nothing.
  private static Map<Setting, Given> ofEnvironment(Map<String, String> environment) {
    Map<Setting, Given> found = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String value = environment.getOrDefault(setting.variable(), "").strip();
      if (!value.isEmpty()) {
        found.put(setting, new Given(setting.variable(), value));
      }
    }
    return found;
  }

  /// Empty where nobody said anything and there is no default.
  Optional<Given> get(Setting setting) {
    Given said = given.get(setting);
    return said != null
        ? Optional.of(said)
        : Stream.of(setting.byDefault())
            .filter(text -> !text.isEmpty())
            .map(text -> new Given(setting.flag(), text))
            .findFirst();
  }
}
