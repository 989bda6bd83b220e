/// Tests of the benchmark's arithmetic.
@NullMarked
package dev.confab.system.bench;

import org.jspecify.annotations.NullMarked;
