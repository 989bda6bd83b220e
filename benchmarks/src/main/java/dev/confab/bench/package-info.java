/// The command lines, and the rounds in which servers take turns.
@NullMarked
package dev.confab.bench;

import org.jspecify.annotations.NullMarked;
