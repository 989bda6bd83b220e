package dev.confab.system.bench;

import java.util.List;
import java.util.Map;

/// Reads one line of a client's figures.
final class Line {
  private Line() {}

  /// -1 where there is none.
  static double number(Map<?, ?> in, String name) {
    return in.get(name) instanceof Number value ? value.doubleValue() : -1;
  }

  static Map<?, ?> map(Map<?, ?> in, String name) {
    return in.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  /// All other members.
  static List<? extends Map<?, ?>> peers(Map<String, Object> line) {
    return line.get("peers") instanceof List<?> peers
        ? peers.stream().filter(Map.class::isInstance).<Map<?, ?>>map(Map.class::cast).toList()
        : List.of();
  }

  /// The only other member; empty where there is none.
  static Map<?, ?> peer(Map<String, Object> line) {
    return line.get("peers") instanceof List<?> peers
            && !peers.isEmpty()
            && peers.getFirst() instanceof Map<?, ?> peer
        ? peer
        : Map.of();
  }

  static double peer(Map<String, Object> line, String name) {
    return number(peer(line), name);
  }

  static double process(Map<String, Object> line, String name) {
    return number(map(line, "process"), name);
  }
}
