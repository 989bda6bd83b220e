@NullMarked
package dev.confab.bench.wire;

import org.jspecify.annotations.NullMarked;
