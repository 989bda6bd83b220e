package dev.confab.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `docs/operations.md` tells a person to do, in its order.
///
/// Blocks of the language `sh` are commands, and a block of the language `text` behind one is what
/// they print, with `…` for what may differ. A block with a path in a comment on its first or
/// second line is a file. A comment `<!-- Not run by the test: WHY -->` before a block says so.
record Guide(List<Step> steps) {
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?m)^## (?<heading>.*)$|^(?:<!-- (?<why>Not run by the test: .*?) -->\n)?"
              + "```(?<language>[a-z]*)\n(?<text>(?s).*?)^```$");
  private static final Pattern PATH = Pattern.compile("\\A(?:#!.*\n)?# (/\\S+)\n");

  /// `section`: the heading that it stands under.
  sealed interface Step {
    String section();

    /// For a person.
    String what();
  }

  record Commands(String section, String script, List<String> shows) implements Step {
    @Override
    public String what() {
      return script.lines().findFirst().orElse("");
    }

    /// Those of its lines that the output does not have.
    List<String> missing(String output) {
      return shows.stream().filter(line -> !pattern(line).matcher(output).find()).toList();
    }

    private static Pattern pattern(String line) {
      return Pattern.compile("\\Q" + line.replace("…", "\\E.*\\Q") + "\\E");
    }
  }

  record TextFile(String section, Path path, String text) implements Step {
    @Override
    public String what() {
      return path.toString();
    }
  }

  record NotRun(String section, String why, String text) implements Step {
    @Override
    public String what() {
      return text.lines().findFirst().orElse("");
    }
  }

  static Guide read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  static Guide parse(String markdown) {
    List<Step> steps = new ArrayList<>();
    String section = "";
    Matcher block = BLOCK.matcher(markdown);
    while (block.find()) {
      if (block.group("heading") != null) {
        section = block.group("heading");
        continue;
      }
      String text = block.group("text");
      String why = block.group("why");
      Matcher path = PATH.matcher(text);
      if (why != null) {
        steps.add(new NotRun(section, why, text));
      } else if (path.find()) {
        steps.add(new TextFile(section, Path.of(path.group(1)), text));
      } else if (block.group("language").equals("sh")) {
        steps.add(new Commands(section, text, List.of()));
      } else if (block.group("language").equals("text")) {
        Commands before = (Commands) steps.removeLast();
        steps.add(new Commands(section, before.script, text.lines().toList()));
      }
    }
    return new Guide(List.copyOf(steps));
  }

  /// Under the headings that begin so.
  List<Step> under(String heading) {
    return steps.stream().filter(step -> step.section().matches(heading)).toList();
  }
}
