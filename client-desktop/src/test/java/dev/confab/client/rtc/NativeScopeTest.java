package dev.confab.client.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeScopeTest {
  private final List<String> closed = new ArrayList<>();
  private final NativeScope scope = new NativeScope();

  @Test
  void whatCameLastGoesFirst() {
    scope.onClose(() -> closed.add("factory"));
    scope.onClose(() -> closed.add("connection"));
    scope.close();
    assertThat(closed).containsExactly("connection", "factory");
  }

  @Test
  void closingAgainGivesNothingBackTwice() {
    scope.onClose(() -> closed.add("factory"));
    scope.close();
    scope.close();
    assertThat(closed).containsExactly("factory");
  }

  @Test
  void whatComesAfterTheCloseIsGivenBackAtOnce() {
    scope.close();
    scope.onClose(() -> closed.add("late"));
    assertThat(closed).containsExactly("late");
  }

  @Test
  void oneThatFailsDoesNotKeepTheOthers() {
    scope.onClose(() -> closed.add("factory"));
    scope.onClose(
        () -> {
          throw new Error("as webrtc-java does");
        });
    scope.close();
    assertThat(closed).containsExactly("factory");
  }
}
