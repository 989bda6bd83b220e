package dev.confab.installer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A workflow of GitHub's, read by its lines: enough to see what must never be in one. The rules
/// are those of <https://docs.github.com/en/actions/reference/security/secure-use>.
record Workflow(List<String> lines) {
  private static final Pattern USES = Pattern.compile("\\s*(?:- )?uses:\\s*(?<what>.*)");
  private static final Pattern PINNED =
      Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
  private static final Pattern RUN = Pattern.compile("(?<indent>\\s*(?:- )?)run:(?<what>.*)");
  private static final Pattern TRIGGER = Pattern.compile("^  (?<what>[a-z_]+):.*");

  static Workflow of(String text) {
    return new Workflow(text.lines().toList());
  }

  /// What is wrong with it, each with its line; nothing for a good one.
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (lines.stream().noneMatch(line -> line.matches("permissions:.*"))) {
      problems.add("the workflow has no permissions of its own: it has all that the token has");
    }
    requireNone(problems, "permissions:\\s*\\S+-all", "permissions are named one by one");
    requireNone(problems, "\\bpull_request_target\\b", "gives strangers' code the secrets");
    requireNone(problems, "\\bworkflow_run\\b", "gives strangers' code the secrets");
    if (isTriggeredBy("pull_request")) {
      requireNone(problems, "\\bsecrets\\b", "strangers' code runs here");
    }
    requirePins(problems);
    requirePlainScripts(problems);
    requireTimeLimits(problems);
    return problems;
  }

  private void requireNone(List<String> problems, String pattern, String why) {
    Pattern bad = Pattern.compile(pattern);
    for (String line : lines) {
      if (bad.matcher(withoutComment(line)).find()) {
        problems.add(why + ": " + line.strip());
      }
    }
  }

  private static String withoutComment(String line) {
    return line.replaceAll("(^|\\s)#.*", "");
  }

  private boolean isTriggeredBy(String event) {
    boolean on = false;
    for (String line : lines) {
      if (line.matches("\\S.*")) {
        on = line.startsWith("on:");
      }
      Matcher trigger = TRIGGER.matcher(line);
      if (on && (line.matches("on:.*\\b" + event + "\\b.*") || isOf(trigger, event))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(Matcher trigger, String event) {
    return trigger.matches() && trigger.group("what").equals(event);
  }

  private void requirePins(List<String> problems) {
    for (String line : lines) {
      Matcher uses = USES.matcher(line);
      if (uses.matches() && !PINNED.matcher(uses.group("what")).matches()) {
        problems.add("not pinned by a commit, with its version beside it: " + line.strip());
      }
    }
  }

  /// What an expression stands for may hold anything, and becomes part of the script: it goes
  /// through the environment.
  private void requirePlainScripts(List<String> problems) {
    int script = -1;
    for (String line : lines) {
      Matcher run = RUN.matcher(line);
      if (run.matches()) {
        script = run.group("indent").length();
      } else if (!line.isBlank() && indent(line) <= script) {
        script = -1;
      }
      if (script >= 0 && line.contains("${{")) {
        problems.add("an expression in a script: " + line.strip());
      }
    }
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private void requireTimeLimits(List<String> problems) {
    long jobs = lines.stream().filter(line -> line.matches(" {4}runs-on:.*")).count();
    long limits = lines.stream().filter(line -> line.matches(" {4}timeout-minutes: \\d+")).count();
    if (jobs != limits) {
      problems.add(jobs + " jobs have " + limits + " time limits");
    }
  }
}
