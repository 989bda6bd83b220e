/// Whole programs against real servers and, where there are none, devices that look real to them.
@NullMarked
package dev.confab.system;

import org.jspecify.annotations.NullMarked;
