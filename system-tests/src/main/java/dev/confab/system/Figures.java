package dev.confab.system;

import dev.confab.protocol.json.JsonLine;
import dev.confab.protocol.json.ProtocolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A line of what a client writes with `--stats`, or an object in it. What is not there counts as
/// nothing: an empty text, zero, false.
record Figures(Map<?, ?> values) {
  static final Figures NONE = new Figures(Map.of());

  /// The last complete line; empty while there is none.
  static Optional<Figures> newestOf(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    int end = text.lastIndexOf('\n');
    if (end < 0) {
      return Optional.empty();
    }
    String line = text.substring(text.lastIndexOf('\n', end - 1) + 1, end).strip();
    try {
      return Optional.of(new Figures(JsonLine.read(line)));
    } catch (ProtocolException e) {
      throw new IOException("not a line of figures: " + line, e);
    }
  }

  String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  double number(String name) {
    return values.get(name) instanceof Double number ? number : 0;
  }

  boolean flag(String name) {
    return values.get(name) instanceof Boolean flag && flag;
  }

  Figures object(String name) {
    return values.get(name) instanceof Map<?, ?> map ? new Figures(map) : NONE;
  }

  /// The other members.
  List<Figures> peers() {
    return values.get("peers") instanceof List<?> peers
        ? peers.stream()
            .filter(Map.class::isInstance)
            .map(peer -> new Figures((Map<?, ?>) peer))
            .toList()
        : List.of();
  }

  /// The first other member.
  Figures peer() {
    return peers().stream().findFirst().orElse(NONE);
  }

  /// The one of this name.
  Figures peer(String name) {
    return peers().stream().filter(peer -> peer.text("name").equals(name)).findFirst().orElse(NONE);
  }
}
