/// What the server counts, and how it is told to Prometheus. Counted on the rooms' thread, where it
/// costs some nanoseconds a message; read on any. No label holds anything that a client sent. Only
/// this package knows Micrometer.
@NullMarked
package dev.confab.server.metrics;

import org.jspecify.annotations.NullMarked;
