/// The way of a line of the log to where it is written, which nobody has to wait for.
@NullMarked
package dev.confab.server.log;

import org.jspecify.annotations.NullMarked;
