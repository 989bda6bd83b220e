package dev.confab.server.attack;

/// One way to do harm. It is bounded in number and time, paced, and never waits for good.
interface Attack {
  /// What is done, and what must come of it.
  String what();

  /// Throws where it got what it wanted.
  void run(Siege siege) throws Exception;
}
