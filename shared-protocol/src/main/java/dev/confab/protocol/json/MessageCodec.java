package dev.confab.protocol.json;

import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.PeerMessage;
import dev.confab.protocol.ServerMessage;
import java.nio.charset.StandardCharsets;

/// Messages to JSON text and back. Whatever the input, a `decode` gives a message or throws a
/// [ProtocolException], in time and memory that grow no faster than the input.
///
/// Writing is by the records' own rules: `encode` does not check what its caller put in.
public final class MessageCodec {
  private MessageCodec() {}

  public static String encode(ClientMessage message) {
    return JsonText.write(ClientJson.write(message));
  }

  public static String encode(ServerMessage message) {
    return JsonText.write(ServerJson.write(message));
  }

  /// The same in UTF-8, behind so many bytes that are `free` for a header of the caller's.
  public static byte[] encodeUtf8(ServerMessage message, int free) {
    if (message instanceof ServerMessage.Signal(long seq, PeerId from, PayloadLiteral payload)) {
      return SignalWriter.write(seq, from, payload, free);
    }
    byte[] text = encode(message).getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[free + text.length];
    System.arraycopy(text, 0, all, free, text.length);
    return all;
  }

  public static String encode(PeerMessage message) {
    return JsonText.write(PeerJson.write(message));
  }

  public static String encode(ChannelMessage message) {
    return JsonText.write(PeerJson.write(message));
  }

  public static ClientMessage decodeClient(String text) throws ProtocolException {
    return ClientJson.read(JsonFields.parse(text));
  }

  /// The same of well-formed UTF-8. The payload of a `signal` stays as it is, if nothing is unusual
  /// about it.
  public static ClientMessage decodeClient(byte[] utf8) throws ProtocolException {
    ClientMessage signal = SignalReader.read(utf8);
    return signal != null ? signal : decodeClient(new String(utf8, StandardCharsets.UTF_8));
  }

  public static ServerMessage decodeServer(String text) throws ProtocolException {
    return ServerJson.read(JsonFields.parse(text));
  }

  public static PeerMessage decodePeer(String text) throws ProtocolException {
    return PeerJson.read(JsonFields.parse(text));
  }

  public static ChannelMessage decodeChannel(String text) throws ProtocolException {
    return PeerJson.readChannel(JsonFields.parse(text));
  }
}
