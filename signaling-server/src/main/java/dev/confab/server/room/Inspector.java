package dev.confab.server.room;

/// Looks at passwords and invitations. Takes its time, and may be asked on any thread.
@FunctionalInterface
public interface Inspector {
  Finding inspect(Inspection inspection);
}
