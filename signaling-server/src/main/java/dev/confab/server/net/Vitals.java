package dev.confab.server.net;

/// How the server is at one moment.
///
/// @param draining it is about to end, and lets nobody new in
/// @param full it has as many connections as it may
/// @param awaited sessions without a socket, which may be resumed
/// @param mailbox what has arrived and is not worked off
/// @param unsentFrames what waits to be written to all sockets
/// @param unsentBytes the same in bytes
public record Vitals(
    boolean draining, boolean full, int awaited, int mailbox, int unsentFrames, long unsentBytes) {}
