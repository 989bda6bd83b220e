package dev.confab.system.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was written, and who must have it: those whom the author saw when writing, unless one of
/// the two has left since. Who came in after things were last settled is not counted: the author
/// may have seen an earlier stay of theirs.
final class Letters {
  /// Each coming and going counts.
  private final Map<Person, Integer> stays = new HashMap<>();

  private final Map<Person, Integer> settled = new HashMap<>();
  private final List<Letter> sent = new ArrayList<>();
  private int number;

  private record Letter(String text, Person author, int authorsStay, Person reader, int stay) {}

  void comesOrGoes(Person person) {
    stays.merge(person, 1, Integer::sum);
  }

  void write(Person author, List<Person> people) {
    String text = Integer.toString(++number);
    for (Person reader : people) {
      if (isSettled(reader) && author.other(reader.name).isPresent()) {
        sent.add(new Letter(text, author, stay(author), reader, stay(reader)));
      }
    }
    author.call().sendChat(text);
  }

  private boolean isSettled(Person person) {
    return Integer.valueOf(stay(person)).equals(settled.get(person));
  }

  private int stay(Person person) {
    return stays.getOrDefault(person, 0);
  }

  boolean haveArrived() {
    return missing().isEmpty();
  }

  List<String> missing() {
    return sent.stream()
        .filter(it -> stay(it.author) == it.authorsStay && stay(it.reader) == it.stay)
        .filter(it -> !it.reader.heardFrom(it.author.name).contains(it.text))
        .map(it -> it.text + " from " + it.author.name + " to " + it.reader.name)
        .toList();
  }

  /// Everyone has what they have once, and in the order in which it was written.
  void checkOrder() {
    for (Person reader : stays.keySet()) {
      for (Person author : stays.keySet()) {
        List<Integer> numbers =
            reader.heardFrom(author.name).stream().map(Integer::valueOf).toList();
        assertThat(numbers)
            .as("what %s has of %s", reader.name, author.name)
            .isEqualTo(numbers.stream().sorted().distinct().toList());
      }
    }
  }

  /// Everyone sees everyone, and what has arrived need not be asked for again.
  void settled() {
    sent.clear();
    settled.putAll(stays);
  }
}
