package dev.confab.server.room;

import dev.confab.protocol.RoomId;

/// Whose [Inspection] it is: the request of a session; and, where it is a `guess`, on whose account
/// it goes should it be wrong.
public record Ticket(String session, long request, String address, RoomId room, boolean guess) {}
