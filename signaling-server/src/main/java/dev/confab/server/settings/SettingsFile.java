package dev.confab.server.settings;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A configuration file: lines of the form `key = value`, and lines that begin with `#`. Whatever
/// else stands in it is a problem, with its line, and nothing of it is ignored.
final class SettingsFile {
  static final int MAX_BYTES = 64 * 1024;

  private static final String BYTE_ORDER_MARK = "\uFEFF"; // an editor's
  private static final Pattern COMMENT_BEHIND = Pattern.compile("\\s#");

  private final Path file;
  private final Map<Setting, Given> given = new EnumMap<>(Setting.class);
  private final Map<Setting, Integer> lines = new EnumMap<>(Setting.class);
  private final List<String> problems = new ArrayList<>();

  /// What stands in it, and what is wrong with it, a sentence each.
  record Content(Map<Setting, Given> given, List<String> problems) {
    static final Content NONE = new Content(Map.of(), List.of());
  }

  private SettingsFile(Path file) {
    this.file = file;
  }

  static Content read(Path file) {
    SettingsFile reading = new SettingsFile(file);
    String text = reading.text();
    if (text != null) {
      reading.parse(text);
    }
    return new Content(Map.copyOf(reading.given), List.copyOf(reading.problems));
  }

  private @Nullable String text() {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length <= MAX_BYTES) {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      }
      problem("has more than " + MAX_BYTES + " bytes. Is it the right file?");
    } catch (NoSuchFileException e) {
      problem("does not exist.");
    } catch (AccessDeniedException e) {
      problem("may not be read by the user who runs the server. Look at its owner and its mode.");
    } catch (CharacterCodingException e) {
      problem("is not UTF-8 text.");
    } catch (IOException e) {
      problem("cannot be read.");
    }
    return null;
  }

  private void problem(String sentence) {
    problems.add("The configuration file " + file + " " + sentence);
  }

  private void parse(String text) {
    String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    int number = 0;
    for (String line : content.lines().toList()) {
      number++;
      String stripped = line.strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        parse(number, stripped);
      }
    }
  }

  private void parse(int number, String line) {
    String where = file + ", line " + number + ": ";
    int equals = line.indexOf('=');
    if (equals < 0) {
      problems.add(where + "this is not of the form \"key = value\". A comment begins with #.");
      return;
    }
    Optional<Setting> known = Setting.ofKey(line.substring(0, equals).strip());
    if (known.isEmpty()) {
      problems.add(where + "there is no such setting. There are: " + keys() + ".");
      return;
    }
    take(known.get(), number, where, line.substring(equals + 1).strip());
  }

  private void take(Setting setting, int number, String where, String value) {
    Given entry = new Given(where + setting.key(), value);
    Integer before = lines.putIfAbsent(setting, number);
    if (before != null) {
      problems.add(entry + " stands on line " + before + " already. Keep one of the two.");
    } else if (value.isEmpty()) {
      problems.add(entry + " has no value. Write one, or put a # in front of the line.");
    } else if (COMMENT_BEHIND.matcher(value).find()) {
      problems.add(entry + " is followed by a #. A comment has a line of its own.");
    } else {
      given.put(setting, entry);
    }
  }

  private static String keys() {
    return Stream.of(Setting.values()).map(Setting::key).collect(joining(", "));
  }
}
