package dev.confab.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonLineTest {
  @Test
  void aMapIsOneLineInItsOrder() {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("state", "in\ncall");
    line.put("frames", 30);
    line.put("rate", 29.5);
    line.put("on", true);
    line.put("nothing", null);
    line.put("peers", List.of(Map.of("id", 7L)));

    assertThat(JsonLine.of(line))
        .isEqualTo(
            "{\"state\":\"in\\ncall\",\"frames\":30,\"rate\":29.5,\"on\":true,"
                + "\"peers\":[{\"id\":7}]}");
  }

  @Test
  void aNumberThatJsonDoesNotHaveIsNull() {
    assertThat(JsonLine.of(Map.of("rate", Double.NaN))).isEqualTo("{\"rate\":null}");
    assertThat(JsonLine.of(Map.of("rate", Float.POSITIVE_INFINITY))).isEqualTo("{\"rate\":null}");
  }

  @Test
  void whatWasWrittenIsReadBack() throws ProtocolException {
    Map<String, Object> line =
        Map.of("state", "in", "rate", 29.5, "on", true, "peers", List.of(Map.of("id", 7.0)));

    assertThat(JsonLine.read(JsonLine.of(line))).isEqualTo(line);
  }

  @Test
  void halfALineIsRefused() {
    assertThatThrownBy(() -> JsonLine.read("{\"state\":\"in\",\"ra"))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void aNameThatOccursTwiceIsRefused() {
    assertThatThrownBy(() -> JsonLine.read("{\"peers\":[{\"id\":1,\"id\":2}]}"))
        .isInstanceOf(ProtocolException.class);
  }
}
