/// The program: its command line, the one place where everything is put together, and its two
/// fronts, a window or none.
@NullMarked
package dev.confab.client.app;

import org.jspecify.annotations.NullMarked;
