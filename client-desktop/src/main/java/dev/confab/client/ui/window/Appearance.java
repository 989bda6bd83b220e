package dev.confab.client.ui.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Light or dark, as the system has it, and live: when the system changes, so does the window.
final class Appearance {
  private static final String STYLE_SHEET =
      Objects.requireNonNull(Appearance.class.getResource("/dev/confab/client/ui/confab.css"))
          .toExternalForm();
  private static final String DARK = "dark";

  private Appearance() {}

  /// The answer ends the following.
  static Subscription follow(ObservableValue<ColorScheme> scheme, Scene scene) {
    scene.getStylesheets().add(STYLE_SHEET);
    return scheme.subscribe(now -> show(now, scene));
  }

  private static void show(ColorScheme scheme, Scene scene) {
    scene.getRoot().getStyleClass().remove(DARK);
    switch (scheme) {
      case LIGHT -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
      case DARK -> {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        scene.getRoot().getStyleClass().add(DARK);
      }
    }
  }
}
