package dev.confab.protocol.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.confab.protocol.ClientMessage;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// Whatever the bytes, each decoder gives a message that survives being written and read again, or
/// a [ProtocolException]. Runs the seeds beside it, and with `JAZZER_FUZZ=1` (the profile `fuzz`)
/// makes its own inputs from them for a minute.
class MessageCodecFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void anyInputIsAMessageOrIsRefused(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    check(text, MessageCodec::decodeClient, MessageCodec::encode);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (SignalReader.read(utf8) instanceof ClientMessage.Signal signal) {
      checkSame(text, signal);
    }
    check(text, MessageCodec::decodeServer, MessageCodec::encode);
    check(text, MessageCodec::decodePeer, MessageCodec::encode);
    check(text, MessageCodec::decodeChannel, MessageCodec::encode);
  }

  /// The short way of reading a signal says what the long way says.
  private static void checkSame(String text, ClientMessage.Signal signal) {
    try {
      ClientMessage other = MessageCodec.decodeClient(text);
      if (!other.equals(signal)) {
        throw new AssertionError("read as " + signal + " and as " + other);
      }
    } catch (ProtocolException refused) {
      throw new AssertionError("accepted what is to be refused: " + signal, refused);
    }
  }

  private static <T> void check(String text, Decoder<T> decoder, Function<T, String> encoder) {
    T message;
    try {
      message = decoder.decode(text);
    } catch (ProtocolException refused) {
      return;
    }
    byte[] sent = encoder.apply(message).getBytes(StandardCharsets.UTF_8);
    try {
      T again = decoder.decode(new String(sent, StandardCharsets.UTF_8));
      if (!again.equals(message)) {
        throw new AssertionError("came back as another message: " + message + " as " + again);
      }
    } catch (ProtocolException refused) {
      throw new AssertionError("refused what it wrote: " + message, refused);
    }
  }

  @FunctionalInterface
  private interface Decoder<T> {
    T decode(String text) throws ProtocolException;
  }
}
