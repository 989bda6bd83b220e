package dev.confab.protocol.json;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.PeerId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads a `signal` of the usual form without making strings and trees of it: nearly all that the
/// server gets are such. It need not know all of JSON, and must not accept what [ClientJson] would
/// not: what is wrong, or only unusual (another field, an escape in a name, half of a surrogate
/// pair), is left to that.
final class SignalReader {
  private static final byte[] TYPE = ascii("\"type\"");
  private static final byte[] SIGNAL = ascii("\"signal\"");
  private static final byte[] ID = ascii("\"id\"");
  private static final byte[] TO = ascii("\"to\"");
  private static final byte[] PAYLOAD = ascii("\"payload\"");

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  /// Seven bytes of no interest, above one that is.
  private static final long PLAIN = (ONES * 'x') << Byte.SIZE;

  /// Always less than 2^63.
  private static final int MAX_DIGITS = 18;

  private static final int MAX_TO = 32;

  private final byte[] in;
  private int at;
  private boolean isSignal;
  private long id;
  private @Nullable PeerId to;
  private @Nullable PayloadLiteral payload;

  private SignalReader(byte[] utf8) {
    in = utf8;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// `utf8` must be well-formed. Null: it may be anything.
  static ClientMessage.@Nullable Signal read(byte[] utf8) {
    SignalReader reader = new SignalReader(utf8);
    PeerId to;
    PayloadLiteral payload;
    return reader.readsObject()
            && reader.isSignal
            && reader.id > 0
            && (to = reader.to) != null
            && (payload = reader.payload) != null
        ? new ClientMessage.Signal(reader.id, to, payload)
        : null;
  }

  private boolean readsObject() {
    if (!takes('{')) {
      return false;
    }
    do {
      if (!readsField()) {
        return false;
      }
    } while (takes(','));
    return takes('}') && isAtEnd();
  }

  private boolean readsField() {
    skipSpace();
    if (takes(TYPE)) {
      return takes(':') && readsType();
    } else if (takes(ID)) {
      return takes(':') && readsId();
    } else if (takes(TO)) {
      return takes(':') && readsTo();
    } else if (takes(PAYLOAD)) {
      return takes(':') && readsPayload();
    }
    return false;
  }

  private boolean readsType() {
    boolean repeated = isSignal;
    skipSpace();
    isSignal = takes(SIGNAL);
    return isSignal && !repeated;
  }

  private boolean readsId() {
    boolean repeated = id > 0;
    skipSpace();
    int start = at;
    for (id = 0; isDigit(peek()) && at - start < MAX_DIGITS; at++) {
      id = 10 * id + (peek() - '0');
    }
    return !repeated && id > 0 && in[start] != '0' && !isDigit(peek());
  }

  private boolean readsTo() {
    skipSpace();
    int start = at + 1;
    int end = start;
    while (end < in.length && end - start < MAX_TO && in[end] != '"') {
      end++;
    }
    if (to != null || peek() != '"' || end == in.length || in[end] != '"') {
      return false;
    }
    at = end + 1;
    try {
      to = PeerId.parse(new String(in, start, end - start, StandardCharsets.UTF_8));
      return true;
    } catch (InvalidValueException e) {
      return false;
    }
  }

  private boolean readsPayload() {
    skipSpace();
    if (payload != null || peek() != '"') {
      return false;
    }
    int start = at++;
    int length = skipPlain();
    while (peek() == '\\') {
      int escaped = readEscape();
      if (escaped == 0) {
        return false;
      }
      length += escaped + skipPlain();
    }
    if (peek() != '"') { // a control character, or the end
      return false;
    }
    at++;
    payload = new PayloadLiteral(in, start, at, length);
    return true;
  }

  /// Goes on to the next quote, backslash or control character, or to the end. How many bytes that
  /// were.
  private int skipPlain() {
    int start = at;
    while (at + Long.BYTES <= in.length) {
      long marks = marks((long) EIGHT_BYTES.get(in, at));
      if (marks != 0) {
        at += Long.numberOfTrailingZeros(marks) / Byte.SIZE;
        return at - start;
      }
      at += Long.BYTES;
    }
    while (at < in.length && marks(PLAIN | (in[at] & 0xFF)) == 0) {
      at++;
    }
    return at - start;
  }

  /// Of eight bytes, the lowest bit that is set is in the first that is a quote, a backslash or
  /// below a space; above that, there may be more than there should.
  private static long marks(long eight) {
    long quote = eight ^ (ONES * '"');
    long backslash = eight ^ (ONES * '\\');
    long below = (eight - ONES * ' ') & ~eight;
    return (below | ((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash)) & HIGH_BITS;
  }

  /// The bytes of UTF-8 that it stands for; 0 for what is none, and for half of a surrogate pair.
  private int readEscape() {
    at += 2;
    if (at >= in.length) {
      return 0;
    }
    return switch (in[at - 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 1;
      case 'u' -> lengthOf(readHex());
      default -> 0;
    };
  }

  private static int lengthOf(int unit) {
    if (unit < 0 || Character.isSurrogate((char) unit)) {
      return 0;
    }
    return unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }

  /// Four digits; negative where they are none.
  private int readHex() {
    int value = 0;
    for (int end = at + 4; at < end; at++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private boolean takes(byte[] token) {
    int end = at + token.length;
    if (end > in.length || !Arrays.equals(in, at, end, token, 0, token.length)) {
      return false;
    }
    at = end;
    return true;
  }

  private boolean takes(char token) {
    skipSpace();
    if (peek() != token) {
      return false;
    }
    at++;
    return true;
  }

  private boolean isAtEnd() {
    skipSpace();
    return at == in.length;
  }

  private void skipSpace() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
      at++;
    }
  }

  /// Negative for a byte of what is not ASCII, 0 at the end.
  private int peek() {
    return at < in.length ? in[at] : 0;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
