package dev.confab.server.dashboard;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may log in to the dashboard, and under which names it is reached, beside localhost and plain
/// addresses. One of the two passwords is there.
public record DashboardSettings(
    @Nullable PasswordHash admin, @Nullable PasswordHash viewer, Set<String> hosts) {
  public DashboardSettings {
    hosts = Set.copyOf(hosts);
  }
}
