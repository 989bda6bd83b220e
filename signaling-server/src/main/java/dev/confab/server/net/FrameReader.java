package dev.confab.server.net;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidFrameException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.FramedataImpl1;

/// Takes a client's frames (RFC 6455, section 5.2) out of what comes, in whatever pieces it comes.
/// The library's own reader undoes the mask byte by byte, looks at each text twice more, and takes
/// memory for all of a frame when it has seen its first bytes.
final class FrameReader {
  private static final int MIN_BYTES = 2;
  private static final int MASK_BYTES = 4;

  /// In the first byte: the kind is a close, a ping or a pong.
  private static final int CONTROL = 0x08;

  private static final int MAX_CONTROL_BYTES = 125;
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long NOT_ASCII = 0x8080_8080_8080_8080L;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final int maxBytes;

  /// The beginning of a frame whose end has not come yet.
  private ByteBuffer begun = NOTHING;

  /// `maxBytes` is the bound on the payload of a frame.
  FrameReader(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /// Takes all of `bytes`. What is wrong with a frame is said as soon as its header shows it.
  List<Framedata> read(ByteBuffer bytes) throws InvalidDataException {
    List<Framedata> frames = new ArrayList<>(4);
    while (begun.position() > 0 && bytes.hasRemaining()) {
      if (completed(bytes)) {
        frames.add(frame(begun.flip()));
        begun = NOTHING;
      }
    }
    while (bytes.hasRemaining()) {
      int size = size(bytes);
      if (size > bytes.remaining()) {
        keep(bytes, size);
      } else {
        frames.add(frame(bytes));
      }
    }
    return frames;
  }

  /// Adds what is missing to the frame that has begun; false when still more is.
  private boolean completed(ByteBuffer bytes) throws InvalidDataException {
    int size = size(begun.duplicate().flip());
    int length = Math.min(size - begun.position(), bytes.remaining());
    keep(bytes.slice(bytes.position(), length), size);
    bytes.position(bytes.position() + length);
    return begun.position() == size(begun.duplicate().flip());
  }

  /// Takes at most twice the memory of what has come.
  private void keep(ByteBuffer bytes, int size) {
    int length = begun.position() + bytes.remaining();
    if (length > begun.capacity()) {
      begun = ByteBuffer.allocate(Math.clamp(2L * length, MIN_BYTES, size)).put(begun.flip());
    }
    begun.put(bytes);
  }

  /// How large the frame is that begins here; or, as long as too little is there to say so, how
  /// much it takes to know more.
  private int size(ByteBuffer bytes) throws InvalidDataException {
    int start = bytes.position();
    if (bytes.remaining() < MIN_BYTES) {
      return MIN_BYTES;
    }
    if (bytes.get(start + 1) >= 0) {
      throw new InvalidFrameException("a client masks its frames");
    }
    int shortLength = bytes.get(start + 1) & 0x7F;
    int header = headerBytes(shortLength);
    if (bytes.remaining() < header) {
      return header;
    }
    long length =
        switch (shortLength) {
          case 126 -> bytes.getShort(start + 2) & 0xFFFF;
          case 127 -> bytes.getLong(start + 2);
          default -> shortLength;
        };
    if (length < 0 || length > maxBytes) {
      throw new LimitExceededException("the frame is too big", maxBytes);
    }
    return header + (int) length;
  }

  private static int headerBytes(int shortLength) {
    return MIN_BYTES + MASK_BYTES + (shortLength == 126 ? 2 : shortLength == 127 ? 8 : 0);
  }

  /// One that is all there.
  private FramedataImpl1 frame(ByteBuffer bytes) throws InvalidDataException {
    int size = size(bytes);
    int first = bytes.get(bytes.position());
    int header = headerBytes(bytes.get(bytes.position() + 1) & 0x7F);
    FramedataImpl1 frame = FramedataImpl1.get(opcode(first & 0x0F));
    if ((first & CONTROL) != 0 && size - header > MAX_CONTROL_BYTES) {
      throw new InvalidFrameException("a control frame is short");
    }
    if ((first & 0x70) != 0) {
      throw new InvalidFrameException("no extension was agreed on");
    }
    int mask = bytes.getInt(bytes.position() + header - MASK_BYTES);
    byte[] payload = new byte[size - header];
    bytes.position(bytes.position() + header).get(payload);
    boolean ascii = unmask(payload, mask);
    frame.setFin((first & 0x80) != 0);
    frame.setPayload(ByteBuffer.wrap(payload));
    if (frame.getOpcode() != Opcode.TEXT || !frame.isFin()) {
      frame.isValid();
    } else if (!ascii) {
      checkText(payload);
    }
    return frame;
  }

  private static Opcode opcode(int number) throws InvalidFrameException {
    return switch (number) {
      case 0 -> Opcode.CONTINUOUS;
      case 1 -> Opcode.TEXT;
      case 2 -> Opcode.BINARY;
      case 8 -> Opcode.CLOSING;
      case 9 -> Opcode.PING;
      case 10 -> Opcode.PONG;
      default -> throw new InvalidFrameException("an unknown kind of frame");
    };
  }

  /// Eight bytes at a time. True when all of them are below 128.
  private static boolean unmask(byte[] payload, int mask) {
    long key = Long.reverseBytes(((long) mask << Integer.SIZE) | (mask & 0xFFFF_FFFFL));
    long seen = 0;
    int at = 0;
    for (; at <= payload.length - Long.BYTES; at += Long.BYTES) {
      long eight = (long) EIGHT_BYTES.get(payload, at) ^ key;
      EIGHT_BYTES.set(payload, at, eight);
      seen |= eight;
    }
    for (; at < payload.length; at++) {
      payload[at] ^= (byte) key;
      seen |= payload[at];
      key >>>= Byte.SIZE;
    }
    return (seen & NOT_ASCII) == 0;
  }

  /// Throws where it is no UTF-8.
  static void checkText(byte[] payload) throws InvalidDataException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload));
    } catch (CharacterCodingException e) {
      throw new InvalidDataException(CloseFrame.NO_UTF8, e);
    }
  }

  /// How much memory is taken for a frame that is not all there.
  int keptBytes() {
    return begun.capacity();
  }

  /// Forgets what has come of a frame.
  void reset() {
    begun = NOTHING;
  }
}
