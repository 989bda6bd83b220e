package dev.confab.server.room;

import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.ServerMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a member's request.
public sealed interface Outcome {
  /// It was done. `reply` is for the one who asked (a signal has none), the notices are for others.
  record Accepted(@Nullable ServerMessage reply, List<Notice> notices) implements Outcome {
    public Accepted {
      notices = List.copyOf(notices);
    }
  }

  record Rejected(ErrorCode code) implements Outcome {}

  /// It depends on what is found when someone looks at this; then it is to be asked again.
  record Undecided(Inspection at) implements Outcome {}
}
