@NullMarked
package dev.confab.bench.dialect;

import org.jspecify.annotations.NullMarked;
