package dev.confab.client.ui.lobby;

import dev.confab.client.ui.AdviceBanner;
import dev.confab.client.ui.Brand;
import dev.confab.client.ui.LevelMeter;
import dev.confab.client.ui.OwnMediaModel;
import dev.confab.client.ui.Texts;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The lobby. Where there is room, the devices stand beside the fields; in a small window all is in
/// one column that scrolls, with Join below it, always in reach.
public final class LobbyView extends BorderPane {
  private static final double TWO_COLUMNS = 800;
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  private final LobbyViewModel model;
  private final LabelledField name;
  private final LabelledField room;
  private final LabelledField server;
  private final JoinPane join;
  private final PreviewPane preview;
  private final VBox pickers;
  private final VBox fields;
  private final VBox heading;
  private final AdviceBanner failure;
  private final WayBackBanner wayBack;
  private final StackPane content = new StackPane();

  public LobbyView(LobbyViewModel model) {
    this.model = model;
    getStyleClass().add("lobby");
    name = field("name", model.nameProperty()).error(model.nameErrorProperty());
    room =
        field("room", model.roomProperty())
            .error(model.roomErrorProperty())
            .hint(model.roomHintProperty());
    server = field("server", model.serverProperty()).error(model.serverErrorProperty());
    join = new JoinPane(model);
    preview = new PreviewPane(model.own());
    pickers = pickers(model.own());
    fields = new VBox(name, room, server, addressHidden(model));
    fields.getStyleClass().add("fields");
    fields.disableProperty().bind(model.joiningProperty().isNotEmpty());
    heading = heading();
    failure = new AdviceBanner(model.failureProperty()).dismissible(model::dismissFailure);
    failure.setId("failure");
    failure.getStyleClass().add("failure");
    wayBack = new WayBackBanner(model);

    content.getStyleClass().add("lobby-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    setCenter(scroll);
    widthProperty().map(width -> width.doubleValue() < TWO_COLUMNS).subscribe(this::arrange);
  }

  private LabelledField field(String key, StringProperty text) {
    String words = "lobby." + key;
    return new LabelledField(
            key, Texts.of(words), Texts.of(words + ".prompt"), text, model::takeLink)
        .onLeave(model::tidy);
  }

  private static VBox addressHidden(LobbyViewModel model) {
    CheckBox hide = new CheckBox(Texts.of("lobby.hide-address"));
    hide.setId("hide-address");
    hide.setWrapText(true);
    hide.selectedProperty().bindBidirectional(model.addressHiddenProperty());
    Label hint = new Label(Texts.of("lobby.hide-address.hint"));
    hint.getStyleClass().add("field-hint");
    hint.setWrapText(true);
    hide.setAccessibleHelp(hint.getText());
    VBox field = new VBox(hide, hint);
    field.getStyleClass().add("check-field");
    return field;
  }

  private static VBox heading() {
    Label title = new Label(Texts.of("lobby.title"));
    title.getStyleClass().add("lobby-title");
    title.setWrapText(true);
    Label subtitle = new Label(Texts.of("lobby.subtitle"));
    subtitle.getStyleClass().add("lobby-subtitle");
    subtitle.setWrapText(true);
    VBox heading = new VBox(new Brand(), title, subtitle);
    heading.getStyleClass().add("lobby-heading");
    return heading;
  }

  private static VBox pickers(OwnMediaModel own) {
    VBox pickers =
        new VBox(
            new DevicePicker<>("camera", Feather.VIDEO, own.camera()),
            new DevicePicker<>("microphone", Feather.MIC, own.microphone()),
            new LevelMeter(own.levelProperty()),
            new DevicePicker<>("speaker", Feather.VOLUME_2, own.speaker()));
    pickers.getStyleClass().add("device-pickers");
    return pickers;
  }

  private void arrange(boolean compact) {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    place(compact);
    if (focused != null) { // what is taken out and put in elsewhere has lost it
      focused.requestFocus();
    }
  }

  private void place(boolean compact) {
    pseudoClassStateChanged(COMPACT, compact);
    setBottom(null);
    content.getChildren().clear();
    if (compact) {
      VBox column = new VBox(heading, wayBack, failure, fields, preview, pickers);
      column.getStyleClass().add("lobby-column");
      column.setMinHeight(USE_PREF_SIZE); // it scrolls, rather than cut its words
      content.getChildren().add(column);
      setBottom(join);
    } else {
      VBox devices = new VBox(preview, pickers);
      devices.getStyleClass().add("lobby-devices");
      HBox.setHgrow(devices, Priority.ALWAYS);
      VBox form = new VBox(heading, wayBack, failure, fields, join);
      form.getStyleClass().add("lobby-form");
      form.setMaxHeight(USE_PREF_SIZE);
      HBox columns = new HBox(devices, form);
      columns.setMinHeight(USE_PREF_SIZE);
      columns.getStyleClass().add("lobby-columns");
      content.getChildren().add(columns);
    }
  }

  /// Puts the cursor on the way back, where something is missing, or on Join.
  public void focusFirst() {
    if (wayBack.isVisible()) {
      wayBack.button().requestFocus();
      return;
    }
    for (LabelledField field : new LabelledField[] {name, room, server}) {
      if (field.field().getText().isBlank()) {
        field.field().requestFocus();
        return;
      }
    }
    join.joinButton().requestFocus();
  }
}
