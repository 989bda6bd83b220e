/// What client and server say to each other: sealed messages and the ids in them. Immutable, no
/// I/O, any thread. The wire format is `docs/protocol.md`; [dev.confab.protocol.json.MessageCodec]
/// reads and writes it.
@NullMarked
package dev.confab.protocol;

import org.jspecify.annotations.NullMarked;
