package dev.confab.client.app;

import dev.confab.client.call.ConfabLink;
import dev.confab.client.handover.LinkListener;
import dev.confab.client.handover.MeetingPlace;
import dev.confab.client.settings.SettingsFolder;
import dev.confab.client.ui.window.ConfabWindow;
import dev.confab.protocol.InvalidValueException;
import java.awt.Desktop;
import java.util.Locale;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Links that are clicked while the window is open. macOS brings them as an Apple event; elsewhere
/// the process that is started for one hands it over. Its fields belong to the FX thread.
final class IncomingLinks {
  private static final Logger LOG = LoggerFactory.getLogger(IncomingLinks.class);

  private @Nullable ConfabWindow window;
  private @Nullable ConfabLink early;
  private @Nullable LinkListener listener;

  static MeetingPlace place() {
    return new MeetingPlace(SettingsFolder.ofThisPerson("links"));
  }

  /// As early as can be, but after JavaFX: the toolkit that comes first has the system's events,
  /// and JavaFX hands these on to AWT (JDK-8354631). Elsewhere AWT is not woken for this.
  void fromTheSystem() {
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac")
        && Desktop.isDesktopSupported()
        && Desktop.getDesktop().isSupported(Desktop.Action.APP_OPEN_URI)) {
      Desktop.getDesktop()
          .setOpenURIHandler(event -> Platform.runLater(() -> take(event.getURI().toString())));
    }
  }

  /// On the FX thread. A window that a program directs does not take a person's links.
  void goTo(ConfabWindow opened, boolean forAPerson) {
    window = opened;
    if (early != null) {
      opened.takeLink(early);
    }
    if (forAPerson) {
      listener = LinkListener.start(place(), Platform::runLater, opened::takeLink);
    }
  }

  private void take(String text) {
    try {
      ConfabLink link = ConfabLink.parse(text);
      if (window == null) {
        early = link;
      } else {
        window.takeLink(link);
      }
    } catch (InvalidValueException e) {
      LOG.warn("What the system brought is no link to a room");
    }
  }

  void close() throws InterruptedException {
    if (listener != null) {
      listener.close();
    }
  }
}
