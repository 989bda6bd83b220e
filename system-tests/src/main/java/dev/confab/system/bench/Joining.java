package dev.confab.system.bench;

import java.util.Map;

/// How long the second to come waited for the first picture, in ms. `join`: from Join. `meet`: from
/// then until the room's answer was there, `connect` until the connection stood, `picture` until
/// the first frame was drawn: together they are `join`. `start`: from the start of the process.
record Joining(double join, double meet, double connect, double picture, double start) {

  static Joining of(Map<String, Object> line) {
    double join = Line.peer(line, "joinToFirstFrameMillis");
    double firstFrame = Line.peer(line, "firstFrameAfterMillis");
    double connect = Line.peer(line, "connectedAfterMillis");
    double beforeFigures = Line.process(line, "upMillis") - Line.number(line, "atMillis");
    return new Joining(
        join,
        join - firstFrame,
        connect,
        firstFrame - connect,
        beforeFigures + Line.number(line, "joinAtMillis") + join);
  }

  Map<String, Object> toJson() {
    return Map.of(
        "joinToFirstFrameMillis", join,
        "toMeetMillis", meet,
        "toConnectMillis", connect,
        "toPictureMillis", picture,
        "startToFirstFrameMillis", start);
  }
}
