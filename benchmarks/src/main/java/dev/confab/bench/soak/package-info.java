/// A server that people come to and go from for a long time: what it holds must not grow.
@NullMarked
package dev.confab.bench.soak;

import org.jspecify.annotations.NullMarked;
