package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ComplaintsTest {
  @ParameterizedTest
  @CsvSource({
    "--turn-secret=hush --port=1, There is no option --turn-secret.",
    "check --turn-secret hush, There is no option --turn-secret.",
    "-xhush, There is no option -x.",
    "hush, The command line has words that belong to no option.",
    "--port, --port needs a value.",
    "--port 1 --port 2, --port is given twice.",
  })
  void aWrongCommandLineIsToldAndNotRepeated(String line, String sentence) {
    StringWriter errors = new StringWriter();
    CommandLine command = Main.commandLine();
    command.setErr(new PrintWriter(errors, true));
    assertThat(command.execute(line.split(" "))).isEqualTo(2);
    assertThat(errors.toString())
        .startsWith(sentence + System.lineSeparator() + "See confab-server ")
        .doesNotContain("hush");
  }
}
