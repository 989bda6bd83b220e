package dev.confab.server;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in a sentence what is wrong with a command line. Not in picocli's own, which repeat what
/// was written: a secret in it would get into the journal.
final class Complaints implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println(sentence(e));
    err.println("See " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return Main.MISCONFIGURED;
  }

  private static String sentence(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException unmatched -> sentence(unmatched);
      case MissingParameterException missing ->
          name(missing.getMissing().getFirst()) + " needs a value.";
      case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " is given twice.";
      default -> "The command line cannot be understood.";
    };
  }

  private static String sentence(UnmatchedArgumentException e) {
    String options =
        e.getUnmatched().stream()
            .filter(text -> text.startsWith("-"))
            .map(Complaints::optionOf)
            .collect(Collectors.joining(", "));
    return options.isEmpty()
        ? "The command line has words that belong to no option."
        : "There is no option " + options + ".";
  }

  /// Without what is attached to it.
  private static String optionOf(String text) {
    return text.replaceFirst("(?s)^(--[\\w-]*|-.?).*", "$1");
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
