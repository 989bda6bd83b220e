/// Measures calls between processes: what they use, how fast they are, and whether they grow. One
/// thread; what it starts ends with it.
@NullMarked
package dev.confab.system.bench;

import org.jspecify.annotations.NullMarked;
