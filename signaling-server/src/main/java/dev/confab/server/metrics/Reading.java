package dev.confab.server.metrics;

import java.util.List;
import java.util.Map;

/// What a [Tally] says at one moment: what there is now, and what there has been since the start.
/// `refused` and `closed` are by code, without those that never were; `relaying` is as
/// [Times#buckets] says it.
public record Reading(
    long members,
    long rooms,
    long connections,
    long joins,
    long leaves,
    long received,
    long relayed,
    Map<String, Long> refused,
    Map<String, Long> closed,
    List<Long> relaying) {}
