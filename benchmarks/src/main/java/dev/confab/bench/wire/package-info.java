/// WebSocket connections (RFC 6455), thousands of them on one thread: the generator of the load,
/// which must cost less than any server that it measures.
@NullMarked
package dev.confab.bench.wire;

import org.jspecify.annotations.NullMarked;
