@NullMarked
package dev.confab.bench.soak;

import org.jspecify.annotations.NullMarked;
