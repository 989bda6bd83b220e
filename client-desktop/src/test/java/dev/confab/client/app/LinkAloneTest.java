package dev.confab.client.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.ConfabLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Which command lines are a click on a link, that a window which is open may be asked to take.
class LinkAloneTest {
  private static final String LINK =
      "confab://localhost:8443/garden?insecure#password=s3cret&invitation=a.b.c";

  /// What the options take, where not every word is fit.
  private static final Map<String, String> VALUES =
      Map.of(
          "--watch", "320x180",
          "--join-after", "3",
          "--quit-after", "3",
          "--password-file", "pom.xml",
          "--invitation-file", "pom.xml");

  @Test
  void aLinkAndNothingElseIs() throws Exception {
    assertThat(linkAlone(LINK)).contains(ConfabLink.parse(LINK));
    assertThat(linkAlone("--", LINK)).contains(ConfabLink.parse(LINK));
  }

  @Test
  void nothingAtAllIsNot() {
    assertThat(linkAlone()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("options")
  void anyOptionMakesItAProcessForItself(List<String> option) {
    String[] arguments = Stream.concat(option.stream(), Stream.of(LINK)).toArray(String[]::new);

    assertThat(linkAlone(arguments)).isEmpty();
  }

  static Stream<List<String>> options() {
    return new CommandLine(new Options())
        .getCommandSpec().options().stream().map(LinkAloneTest::with);
  }

  private static List<String> with(OptionSpec option) {
    String name = option.longestName();
    return option.arity().max() == 0
        ? List.of(name)
        : List.of(name, VALUES.getOrDefault(name, "word"));
  }

  @Test
  void aWindowThatAProgramDirectsTakesNoLinks() {
    assertThat(parse(new Options(), LINK).isForAPerson()).isTrue();
    assertThat(parse(new Options(), "--rejoin").isForAPerson()).isTrue();
    assertThat(parse(new Options(), "--commands").isForAPerson()).isFalse();
    assertThat(parse(new Options(), "--quit-after", "3").isForAPerson()).isFalse();
  }

  private static Options parse(Options options, String... arguments) {
    new CommandLine(options).parseArgs(arguments);
    return options;
  }

  private static Optional<ConfabLink> linkAlone(String... arguments) {
    Options options = new Options();
    return Main.linkAlone(new CommandLine(options).parseArgs(arguments), options);
  }
}
