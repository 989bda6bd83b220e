/// The call engine: state, events, effects, and the ports through which it uses signaling and
/// media. Everything here runs on the call thread, or is immutable. No JavaFX, nothing native.
@NullMarked
package dev.confab.client.call;

import org.jspecify.annotations.NullMarked;
