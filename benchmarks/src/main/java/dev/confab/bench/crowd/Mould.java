package dev.confab.bench.crowd;

/// A wrapped letter without whom it is for: to write thousands of letters costs little.
record Mould(String before, String after) {
  private static final String SOMEONE = "@TO";

  static Mould of(Dialect dialect, Letter letter) {
    String message = dialect.wrapped(letter, letter.json(), SOMEONE);
    int at = message.indexOf(SOMEONE);
    return at < 0
        ? new Mould("", message) // for nobody but the server
        : new Mould(message.substring(0, at), message.substring(at + SOMEONE.length()));
  }

  String to(String member) {
    return before.isEmpty() ? after : before + member + after;
  }
}
