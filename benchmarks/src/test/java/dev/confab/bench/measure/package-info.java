@NullMarked
package dev.confab.bench.measure;

import org.jspecify.annotations.NullMarked;
