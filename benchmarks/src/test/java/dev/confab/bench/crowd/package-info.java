@NullMarked
package dev.confab.bench.crowd;

import org.jspecify.annotations.NullMarked;
