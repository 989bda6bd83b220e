package dev.confab.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The short way of reading a signal accepts nothing that the long way does not, and means the
/// same. Inputs are written with `'` for `"`.
class SignalReaderTest {
  private static final String[] PIECES = {
    "'",
    "\\",
    "\\'",
    "\\n",
    "\\u",
    "\\u00e9",
    "\\ud83d\\ude00",
    "\\ud800",
    "é",
    "😀",
    "x",
    "{",
    "}",
    ",",
    ":",
    "[",
    "]",
    " ",
    "\n",
    "\u0001",
    "0",
    "1",
    "-",
    ".",
    "e5",
    "null",
    "true",
    "'id':3",
    "'type':'signal'",
    "'type':'leave'",
    "'to':'b'",
    "'payload':'p'",
    "'x':1",
    "\uFEFF",
    "\u007f"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'signal','id':3,'to':'b3','payload':'hello'}",
        "{'payload':'','to':'b','id':999999999999999999,'type':'signal'}",
        " {\t'type' : 'signal' ,\r\n 'id' : 3 , 'to' : 'b' , 'payload' : '' } \n",
        "{'type':'signal','id':3,'to':'b','payload':'\\'\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20AC é €😀\u007f'}",
      })
  void theUsualFormIsReadTheShortWay(String json) throws ProtocolException {
    String text = json.replace('\'', '"');

    ClientMessage.Signal signal = Objects.requireNonNull(SignalReader.read(utf8(text)));

    assertThat(signal).isEqualTo(MessageCodec.decodeClient(text));
    assertThat(signal.payload().length()).isEqualTo(utf8(signal.payload().text()).length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "{'type':'signal','id':3,'to':'b','payload':'p'",
        "{'type':'signal','id':3,'to':'b','payload':'p'}}",
        "{'type':'signal','id':3,'to':'b','payload':'p',}",
        "{'type':'signal','id':3,'to':'b','payload':'p','payload':'p'}",
        "{'type':'signal','type':'signal','id':3,'to':'b','payload':'p'}",
        "{'type':'signal','id':3,'id':3,'to':'b','payload':'p'}",
        "{'type':'signal','id':3,'to':'b','to':'b','payload':'p'}",
        "{'type':'signal','id':3,'to':'b','payload':'p','x':1}",
        "{'type':'signal','id':0,'to':'b','payload':'p'}",
        "{'type':'signal','id':03,'to':'b','payload':'p'}",
        "{'type':'signal','id':3.0,'to':'b','payload':'p'}",
        "{'type':'signal','id':9223372036854775807,'to':'b','payload':'p'}",
        "{'type':'signal','id':3,'to':'','payload':'p'}",
        "{'type':'signal','id':3,'to':'a b','payload':'p'}",
        "{'type':'signal','id':3,'to':'\\u0062','payload':'p'}",
        "{'type':'signal','id':3,'to':'b','payload':null}",
        "{'type':'signal','id':3,'to':'b','payload':'a\nb'}",
        "{'type':'signal','id':3,'to':'b','payload':'\\x'}",
        "{'type':'signal','id':3,'to':'b','payload':'\\u12'}",
        "{'type':'signal','id':3,'to':'b','payload':'\\ud800'}",
        "{'type':'signal','id':3,'to':'b','payload':'\\",
        "{'type':'join','id':3,'to':'b','payload':'p'}",
        "{'\\u0074ype':'signal','id':3,'to':'b','payload':'p'}",
      })
  void whatIsWrongOrUnusualIsLeftToTheLongWay(String json) {
    assertThat(SignalReader.read(utf8(json.replace('\'', '"')))).isNull();
  }

  @Test
  void whateverIsReadBothWaysMeansTheSame() throws ProtocolException {
    Random random = new Random(1);
    int read = 0;
    for (int i = 0; i < 200_000; i++) {
      String text = mutated(random);
      ClientMessage.Signal signal = SignalReader.read(utf8(text));
      if (signal != null) {
        read++;
        assertThat(MessageCodec.decodeClient(text)).as(text).isEqualTo(signal);
        assertThat(signal.payload().length())
            .as(text)
            .isEqualTo(utf8(signal.payload().text()).length);
      }
    }
    assertThat(read).isGreaterThan(10_000);
  }

  @Test
  void thePayloadGoesOutAsItCame() throws ProtocolException {
    String literal = "\"\\u00e9\\/é\\n\"";
    byte[] in = utf8("{\"type\":\"signal\",\"id\":2,\"to\":\"b\",\"payload\":" + literal + "}");
    ClientMessage.Signal signal = (ClientMessage.Signal) MessageCodec.decodeClient(in);
    ServerMessage out = new ServerMessage.Signal(7, new PeerId("a"), signal.payload());

    String sent = new String(MessageCodec.encodeUtf8(out, 0), StandardCharsets.UTF_8);

    assertThat(sent)
        .isEqualTo("{\"type\":\"signal\",\"seq\":7,\"from\":\"a\",\"payload\":" + literal + "}");
    assertThat(MessageCodec.decodeServer(sent)).isEqualTo(out);
  }

  /// A good signal with a few pieces put in or taken out.
  private static String mutated(Random random) {
    StringBuilder text =
        new StringBuilder("{'type':'signal','id':3,'to':'b','payload':'{\\'sdp\\':\\'é\\'}'}");
    for (int changes = random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(text.length());
      if (random.nextBoolean()) {
        text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      } else {
        text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
      }
    }
    // between the halves of a pair nothing may have got: that is no UTF-8
    return new String(utf8(text.toString().replace('\'', '"')), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
