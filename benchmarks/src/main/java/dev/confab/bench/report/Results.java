package dev.confab.bench.report;

import dev.confab.bench.measure.Figure;
import dev.confab.bench.server.Contender;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// What came out of each round.
public final class Results {
  private final Map<Contender, Map<Figure, List<Double>>> values = new EnumMap<>(Contender.class);

  public void add(Contender contender, Map<Figure, Double> figures) {
    Map<Figure, List<Double>> own =
        values.computeIfAbsent(contender, _ -> new EnumMap<>(Figure.class));
    figures.forEach(
        (figure, value) -> own.computeIfAbsent(figure, _ -> new ArrayList<>()).add(value));
  }

  public Set<Contender> contenders() {
    return values.keySet();
  }

  /// Of all rounds; empty where it was not measured.
  public List<Double> all(Contender contender, Figure figure) {
    return values.getOrDefault(contender, Map.of()).getOrDefault(figure, List.of());
  }

  /// The middle one, or the mean of the two in the middle.
  public OptionalDouble median(Contender contender, Figure figure) {
    List<Double> sorted = all(contender, figure).stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2);
  }

  /// Confab's median against that of the relay on Socket.IO.
  public OptionalDouble ratio(Figure figure) {
    OptionalDouble confab = median(Contender.CONFAB, figure);
    OptionalDouble bare = median(Contender.SOCKET_IO, figure);
    return confab.isEmpty() || bare.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(confab.getAsDouble() / bare.getAsDouble());
  }
}
