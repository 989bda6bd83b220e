package dev.confab.client.ui.call;

import dev.confab.client.ui.chat.ChatView;
import dev.confab.client.ui.members.MembersView;
import javafx.animation.TranslateTransition;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The screen of a call: the stage, the controls below it, and one panel, the chat or the members,
/// which stands beside the stage where there is room and before it in a small window.
public final class CallView extends StackPane {
  private static final double ROOM_FOR_PANEL = 800;
  private static final Duration SLIDE = Duration.millis(160);
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full-screen");

  private final CallViewModel model;
  private final StagePane stage;
  private final ControlBar controls;
  private final ChatView chat;
  private final MembersView members;
  private final BorderPane frame = new BorderPane();
  private final StackPane place;
  private final StackPane beside = new StackPane();

  public CallView(CallViewModel model) {
    this.model = model;
    getStyleClass().add("call");
    controls = new ControlBar(model);
    stage = new StagePane(model, () -> controls.microphoneButton().requestFocus());
    chat = new ChatView(model.chat());
    members =
        new MembersView(
            model.members(),
            new CopyLinkButton("invite", "members.invite", model),
            CopyLinkButton.withPassword("invite-password", "members.invite-password", model));
    place = new StackPane(stage);
    place.getStyleClass().add("stage-place");
    beside.getStyleClass().add("panel-beside");
    frame.setCenter(place);
    frame.setBottom(controls);
    getChildren().add(frame);
    model.chat().openProperty().subscribe((_, open) -> openChat(open));
    model.members().openProperty().subscribe((_, open) -> openMembers(open));
    widthProperty().map(this::compact).subscribe(_ -> placePanel());
    model.fullScreenProperty().subscribe(this::showFullScreen);
  }

  private boolean compact(Number width) {
    return width.doubleValue() < ROOM_FOR_PANEL;
  }

  private void openChat(boolean open) {
    placePanel();
    if (open) {
      slideIn(chat);
      chat.focusInput();
    } else if (panel() == null) {
      controls.chatButton().requestFocus();
    }
  }

  private void openMembers(boolean open) {
    placePanel();
    if (open) {
      slideIn(members);
      members.focusFirst();
    } else if (panel() == null) {
      controls.peopleButton().requestFocus();
    }
  }

  private static void slideIn(Region panel) {
    if (!Platform.getPreferences().isReducedMotion()) {
      TranslateTransition slide = new TranslateTransition(SLIDE, panel);
      slide.setFromX(panel.prefWidth(-1) / 4);
      slide.setToX(0);
      slide.play();
    }
  }

  private @Nullable Region panel() {
    if (model.chat().openProperty().get()) {
      return chat;
    }
    return model.members().openProperty().get() ? members : null;
  }

  private void placePanel() {
    boolean compact = compact(getWidth());
    pseudoClassStateChanged(COMPACT, compact);
    frame.setRight(null);
    beside.getChildren().clear();
    place.getChildren().setAll(stage);
    Region panel = panel();
    if (panel == null) {
      return;
    }
    if (compact) {
      StackPane.setAlignment(panel, Pos.CENTER_RIGHT);
      place.getChildren().add(panel);
    } else {
      beside.getChildren().add(panel);
      frame.setRight(beside);
    }
  }

  private void showFullScreen(boolean full) {
    pseudoClassStateChanged(FULL, full);
    stage.setRounded(!full);
  }

  /// Where the keyboard is when the call begins.
  public void focusFirst() {
    controls.microphoneButton().requestFocus();
  }

  /// The call's shortcuts. For keys that nobody else took.
  public void onKey(KeyEvent event) {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    boolean typing = focused instanceof TextInputControl text && text.isEditable();
    if (event.getCode() == KeyCode.ESCAPE
        && panel() instanceof Region panel
        && holds(panel, focused)) {
      event.consume();
      model.closePanel();
      return;
    }
    Shortcut.of(event, typing)
        .ifPresent(
            shortcut -> {
              event.consume();
              model.run(shortcut);
            });
  }

  private static boolean holds(Region panel, @Nullable Node focused) {
    Node up = focused;
    while (up != null && !up.equals(panel)) {
      up = up.getParent();
    }
    return up != null;
  }
}
