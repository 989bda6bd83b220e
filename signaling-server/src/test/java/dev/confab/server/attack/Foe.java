package dev.confab.server.attack;

import dev.confab.server.RawClient;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A client that knows the protocol, and need not keep to it. Reads only when told to.
final class Foe implements AutoCloseable {
  /// Ended without a close frame.
  static final int CUT = 1006;

  private final RawClient socket;
  private long lastId;

  private Foe(RawClient socket) {
    this.socket = socket;
  }

  /// Past the handshake.
  static Foe connect(Fortress server, String from) throws IOException {
    RawClient socket = server.client(from);
    socket.write(RawClient.handshake("confab"));
    socket.readHead();
    return new Foe(socket);
  }

  static Foe guest(Fortress server, String from, String name) throws IOException {
    Foe foe = connect(server, from);
    foe.hello(name);
    return foe;
  }

  static Foe member(Fortress server, String from, String name, String room) throws IOException {
    Foe foe = guest(server, from, name);
    foe.join(room, "");
    foe.answer();
    return foe;
  }

  RawClient socket() {
    return socket;
  }

  /// Answers the `welcome`.
  String hello(String name) throws IOException {
    return hello(name, "");
  }

  String hello(String name, String more) throws IOException {
    lastId = 1;
    socket.text(
        "{\"type\":\"hello\",\"id\":1,\"versions\":[1],\"client\":\"t\",\"name\":\"%s\"%s}"
            .formatted(name, more));
    return answer();
  }

  /// Answers the `welcome` of a session that is taken up again, or of another one.
  String resume(String token, long seq) throws IOException {
    return hello("Eve", ",\"resume\":{\"token\":\"%s\",\"seq\":%d}".formatted(token, seq));
  }

  /// One that has just come back: what it says next is new.
  void goOnAfter(long id) {
    lastId = id;
  }

  /// `fields` are those beside the type and the id, each with a comma before it.
  void say(String type, String fields) throws IOException {
    socket.text(message(type, fields));
  }

  String message(String type, String fields) {
    return "{\"type\":\"%s\",\"id\":%d%s}".formatted(type, ++lastId, fields);
  }

  /// `fields` as in [#say].
  void join(String room, String fields) throws IOException {
    say(
        "join",
        ",\"room\":\"%s\",\"media\":{\"microphone\":true,\"camera\":true}%s"
            .formatted(room, fields));
  }

  void signal(String to, String payload) throws IOException {
    say("signal", ",\"to\":\"%s\",\"payload\":\"%s\"".formatted(to, payload));
  }

  /// To the last thing that was said. For a password to be looked at there may be a long line.
  String answer() throws IOException {
    Pattern re = Pattern.compile("\"re\":" + lastId + "[,}]");
    return socket.awaitTextAlive(text -> re.matcher(text).find());
  }

  String await(String type) throws IOException {
    return socket.awaitText("\"type\":\"" + type + "\"");
  }

  /// The code of the close, or [#CUT]; whatever comes before is skipped.
  int end() throws IOException {
    try {
      return socket.awaitClose();
    } catch (EOFException | SocketException e) {
      return CUT;
    }
  }

  /// So many times the same at once, without waiting; whether all of it was taken.
  boolean flood(byte[] frame, int times) {
    try {
      for (int i = 0; i < times; i++) {
        socket.write(frame);
      }
      return true;
    } catch (IOException e) {
      return false; // it was cut off meanwhile: what was said before that is still to be read
    }
  }

  static byte[] frame(int opcode, byte[] payload) {
    byte[] header = RawClient.header(opcode, true, payload.length);
    byte[] frame = new byte[header.length + payload.length];
    System.arraycopy(header, 0, frame, 0, header.length);
    System.arraycopy(payload, 0, frame, header.length, payload.length);
    return frame;
  }

  static byte[] text(String text) {
    return frame(RawClient.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The first string of this name in a message.
  static String field(String message, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(message);
    if (!found.find()) {
      throw new AssertionError("no " + name + " in " + message);
    }
    return found.group(1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
