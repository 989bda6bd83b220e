package dev.confab.bench.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.bench.crowd.Letter;
import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.json.JsonLine;
import dev.confab.protocol.json.MessageCodec;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DialectsTest {
  @ParameterizedTest
  @EnumSource
  void confabsIsReadByItsOwnCodec(Letter letter) throws Exception {
    String text = new ConfabDialect().wrapped(letter, letter.json(), "b3");

    assertThat(MessageCodec.decodeClient(text))
        .isInstanceOfSatisfying(
            ClientMessage.Signal.class,
            signal -> {
              assertThat(signal.payload().text()).isEqualTo(letter.json());
              assertThat(signal.to().value()).isEqualTo("b3");
            });
  }

  @ParameterizedTest
  @EnumSource
  void socketIosIsAnEventWithAnObject(Letter letter) throws Exception {
    String text = new SocketIoDialect().wrapped(letter, letter.json(), "b3");

    assertThat(text).startsWith("42[\"signal\",").endsWith("]");
    Map<String, Object> event =
        JsonLine.read(text.substring("42[\"signal\",".length(), text.length() - 1));
    assertThat(event)
        .containsEntry("to", "b3")
        .containsEntry("payload", JsonLine.read(letter.json()));
  }

  @ParameterizedTest
  @EnumSource
  void thoseOfWsAndPeerJsAreObjects(Letter letter) throws Exception {
    Map<String, Object> ws = JsonLine.read(new WsDialect().wrapped(letter, letter.json(), "b3"));
    Map<String, Object> peer =
        JsonLine.read(new PeerJsDialect().wrapped(letter, letter.json(), "b3"));

    assertThat(ws).containsEntry("to", "b3").containsEntry("payload", JsonLine.read(letter.json()));
    assertThat(peer).containsEntry("dst", "b3").containsEntry("type", letter.name());
  }

  @Test
  void idsAreFoundInWhatServersSay() {
    String joined =
        "{\"type\":\"joined\",\"seq\":2,\"self\":\"a7\",\"members\":[{\"peer\":\"b3\"},{\"peer\":\"c4\"}]}";

    assertThat(Field.of(joined, "self")).isEqualTo("a7");
    assertThat(Field.of(joined, "other")).isEmpty();
    assertThat(Field.all(joined, "peer")).containsExactly("b3", "c4");
    assertThat(Field.number(joined, "seq")).isEqualTo(2);
    assertThat(Field.number(joined, "re")).isEqualTo(-1);
    assertThat(Field.array("{\"members\":[\"x_1\",\"y-2\"],\"more\":[\"z\"]}", "members"))
        .containsExactly("x_1", "y-2");
    assertThat(Field.array("{\"members\":[]}", "members")).isEmpty();
  }
}
