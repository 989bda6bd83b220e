/// Whole programs, started as a person starts them: the demonstration. What it starts ends with it.
@NullMarked
package dev.confab.system;

import org.jspecify.annotations.NullMarked;
