/// The signaling server: start, configuration, clean shutdown.
@NullMarked
package dev.confab.server;

import org.jspecify.annotations.NullMarked;
