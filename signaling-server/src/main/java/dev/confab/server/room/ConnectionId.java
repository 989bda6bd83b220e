package dev.confab.server.room;

/// One socket. A session has one after the other of them.
public record ConnectionId(long value) {}
