@NullMarked
package dev.confab.bench;

import org.jspecify.annotations.NullMarked;
