package dev.confab.client.call;

import dev.confab.protocol.PeerId;

/// One connection to one member. The generation is unique in a program's run: what comes from a
/// connection that has been replaced carries an older one, and is dropped.
public record PeerKey(PeerId peer, long generation) {}
