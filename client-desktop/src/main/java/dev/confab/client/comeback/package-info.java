/// The way back into a call that the program did not survive: while a call lasts, a small file of
/// the person's holds what it takes, and the next start looks for one that was left behind.
@NullMarked
package dev.confab.client.comeback;

import org.jspecify.annotations.NullMarked;
