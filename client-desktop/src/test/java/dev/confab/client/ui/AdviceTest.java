package dev.confab.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallFailure;
import dev.confab.client.call.DeviceProblem;
import dev.confab.client.call.ServerAddress;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.RoomId;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdviceTest {
  static Stream<Class<?>> failures() {
    return Arrays.stream(CallFailure.class.getPermittedSubclasses());
  }

  static Stream<Class<?>> problems() {
    return Arrays.stream(DeviceProblem.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureSaysWhatHappenedAndWhatToDo(Class<?> kind) throws Exception {
    assertIsComplete(Advice.of((CallFailure) example(kind)));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void everyProblemOfADeviceSaysWhatHappenedAndWhatToDo(Class<?> kind) throws Exception {
    assertIsComplete(Advice.of((DeviceProblem) example(kind)));
  }

  private static void assertIsComplete(Advice advice) {
    assertThat(advice.title()).isNotBlank().doesNotContain("{", "}").doesNotEndWith(".");
    assertThat(advice.whatToDo()).isNotBlank().doesNotContain("{", "}").endsWith(".");
  }

  @Test
  void theServerIsNamedAsAPersonWouldWriteIt() throws InvalidValueException {
    var failure = new CallFailure.ServerUnreachable(ServerAddress.parse("talk.example.org:8443"));

    assertThat(Advice.of(failure).title()).isEqualTo("Cannot reach talk.example.org:8443");
  }

  @Test
  void whatAServerSaysCannotFillTheWindow() {
    Advice advice = Advice.of(new CallFailure.Refused("x", "y\n\u202E".repeat(10_000)));

    assertThat(advice.whatToDo()).hasSizeLessThan(400).doesNotContain("\n", "\u202E");
  }

  @Test
  void aDeviceWithoutANameIsOnesOwn() {
    assertThat(Advice.of(new DeviceProblem.CameraBusy("")).whatToDo())
        .startsWith("Another program has your camera.");
  }

  private static Object example(Class<?> kind) throws Exception {
    RecordComponent[] components = kind.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      values[i] = value(types[i]);
    }
    var constructor = kind.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object value(Class<?> type) throws InvalidValueException {
    if (type == ServerAddress.class) {
      return ServerAddress.parse("talk.example.org");
    }
    if (type == RoomId.class) {
      return new RoomId("annas-room");
    }
    if (type == DisplayName.class) {
      return new DisplayName("Anna");
    }
    return type == Path.class ? Path.of("a.y4m") : "Some text";
  }
}
