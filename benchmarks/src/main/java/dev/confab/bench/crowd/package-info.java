/// Members of rooms by the thousand, what they send each other, and what a
/// [dev.confab.bench.crowd.Dialect] has to say about a server. Everything belongs to the one thread
/// of the generator.
@NullMarked
package dev.confab.bench.crowd;

import org.jspecify.annotations.NullMarked;
