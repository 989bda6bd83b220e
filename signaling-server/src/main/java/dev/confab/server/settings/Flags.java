package dev.confab.server.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The settings as flags of a command. All are text: what is wrong with a value is told in the same
/// words wherever it stands.
final class Flags {
  static final String CONFIG = "--config";

  private Flags() {}

  static void declare(CommandSpec command) {
    command.addOption(
        OptionSpec.builder(CONFIG)
            .paramLabel("FILE")
            .type(String.class)
            .description(
                "Lines of the form \"key = value\", with the names below. Weaker than the"
                    + " environment, as in CONFAB_SERVER_PORT, which is weaker than a flag.")
            .build());
    for (Setting setting : Setting.values()) {
      command.addOption(option(setting));
    }
  }

  private static OptionSpec option(Setting setting) {
    OptionSpec.Builder option =
        OptionSpec.builder(setting.flag())
            .paramLabel(setting.label())
            .description(setting.meaning() + (setting.isList() ? " May be repeated." : ""));
    if (setting.isList()) {
      option.type(List.class).auxiliaryTypes(String.class);
    } else {
      option.type(String.class);
    }
    if (setting.isSwitch()) {
      option.arity("0..1").fallbackValue("true");
    } else {
      option.arity("1");
    }
    if (!setting.byDefault().isEmpty() && !setting.isSwitch()) {
      option.defaultValue(setting.byDefault());
    }
    return option.build();
  }

  static Map<Setting, Given> given(ParseResult parsed) {
    Map<Setting, Given> found = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      if (parsed.hasMatchedOption(setting.flag())) {
        found.put(setting, new Given(setting.flag(), text(parsed, setting)));
      }
    }
    return found;
  }

  private static String text(ParseResult parsed, Setting setting) {
    return setting.isList()
        ? String.join(",", parsed.matchedOptionValue(setting.flag(), List.<String>of()))
        : parsed.matchedOptionValue(setting.flag(), "");
  }
}
