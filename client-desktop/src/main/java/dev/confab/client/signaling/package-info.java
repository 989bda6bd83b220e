/// The client's side of the signaling protocol over a WebSocket: sessions that outlive their
/// sockets.
@NullMarked
package dev.confab.client.signaling;

import org.jspecify.annotations.NullMarked;
