package dev.confab.server.room;

import dev.confab.protocol.EntryWay;
import dev.confab.protocol.Limits;
import java.time.Duration;
import java.util.Set;

/// What every session is told in its `welcome`; how long it outlives its socket, and how many
/// without a socket are kept at most; and how long one may have a socket, be in no room and say
/// nothing.
public record SessionRules(
    Limits limits,
    IceOffer ice,
    Set<EntryWay> entry,
    Duration grace,
    int maxWaiting,
    Duration idle) {}
