package dev.confab.client.ui.lobby;

import dev.confab.client.ui.AdviceBanner;
import dev.confab.client.ui.Brand;
import dev.confab.client.ui.LevelMeter;
import dev.confab.client.ui.OwnMediaModel;
import dev.confab.client.ui.ScrollingPane;
import dev.confab.client.ui.Texts;
import dev.confab.client.ui.UpdateModel;
import java.net.URI;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The lobby. Where there is room, the devices stand beside the fields; in a small window all is in
/// one column that scrolls, with Join below it, always in reach.
public final class LobbyView extends BorderPane {
  private static final double TWO_COLUMNS = 800;
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  private final LobbyViewModel model;
  private final LabelledField name;
  private final LabelledField room;
  private final LabelledField server;
  private final DoorPane door;
  private final JoinPane join;
  private final PreviewPane preview;
  private final VBox pickers;
  private final VBox fields;
  private final VBox heading;
  private final AdviceBanner failure;
  private final WayBackBanner wayBack;
  private final UpdateBanner update;
  private final StackPane content = new Content();
  private final ScrollingPane scroll;

  /// `openLink` shows a page in the person's browser, and `about` what this program is.
  public LobbyView(
      LobbyViewModel model, UpdateModel updates, Consumer<URI> openLink, Runnable about) {
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
    door = new DoorPane(model.door());
    fields = new VBox(name, room, server, door, addressHidden(model));
    fields.getStyleClass().add("fields");
    fields.disableProperty().bind(model.joiningProperty().isNotEmpty());
    fields.managedProperty().bind(fields.visibleProperty());
    fields.visibleProperty().bind(model.waitingProperty().isEmpty());
    heading = heading(model, about);
    failure = new AdviceBanner(model.failureProperty()).dismissible(model::dismissFailure);
    failure.setId("failure");
    failure.getStyleClass().add("failure");
    wayBack = new WayBackBanner(model);
    update = new UpdateBanner(updates, openLink);

    content.getStyleClass().add("lobby-content");
    scroll = new ScrollingPane(content);
    scroll.setFitToHeight(true);
    setCenter(scroll);
    model.door().asksProperty().subscribe((_, _) -> askPassword());
    model.door().protectProperty().subscribe((_, _) -> reveal(door));
    failure.visibleProperty().subscribe((_, _) -> reveal(failure));
    model.waitingProperty().subscribe((_, at) -> join.focusCancel(!at.isEmpty()));
    widthProperty().map(width -> width.doubleValue() < TWO_COLUMNS).subscribe(this::arrange);
  }

  private void askPassword() {
    door.focusPassword();
    reveal(door);
  }

  /// In a small window, what has just been shown may be above or below what one sees.
  private void reveal(Node node) {
    if (getScene() != null && node.isVisible()) {
      scroll.reveal(node);
    }
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

  /// While one waits to be let in, it says so: there is nothing else to do here.
  private static VBox heading(LobbyViewModel model, Runnable about) {
    Button info = new Button(null, new FontIcon(Feather.INFO));
    info.setId("about");
    info.getStyleClass().add("quiet-icon");
    info.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    info.setAccessibleText(Texts.of("about.title"));
    info.setTooltip(new Tooltip(Texts.of("about.title")));
    info.setOnAction(_ -> about.run());
    Brand brand = new Brand();
    HBox.setHgrow(brand, Priority.ALWAYS);
    Label title = new Label();
    title.setId("lobby-title");
    title.getStyleClass().add("lobby-title");
    title.setWrapText(true);
    Label subtitle = new Label();
    subtitle.getStyleClass().add("lobby-subtitle");
    subtitle.setWrapText(true);
    model
        .waitingProperty()
        .subscribe(
            at -> {
              title.setText(Texts.of(at.isEmpty() ? "lobby.title" : "lobby.waiting.title"));
              subtitle.setText(
                  at.isEmpty() ? Texts.of("lobby.subtitle") : Texts.of("lobby.waiting.text", at));
            });
    HBox top = new HBox(brand, info);
    top.getStyleClass().add("lobby-top");
    VBox heading = new VBox(top, title, subtitle);
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
    update.arrange(compact);
    setBottom(null);
    content.getChildren().clear();
    if (compact) {
      VBox column = new VBox(heading, update, wayBack, failure, fields, preview, pickers);
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
      VBox all = new VBox(update, columns);
      all.getStyleClass().add("lobby-all");
      all.setMinHeight(USE_PREF_SIZE);
      content.getChildren().add(all);
    }
  }

  /// Puts the cursor on the way back, where something is missing, or on Join.
  public void focusFirst() {
    if (wayBack.isVisible()) {
      wayBack.button().requestFocus();
    } else {
      focusJoin();
    }
  }

  /// Puts the cursor where something is missing, or on Join.
  public void focusJoin() {
    for (LabelledField field : new LabelledField[] {name, room, server}) {
      if (field.field().getText().isBlank()) {
        field.field().requestFocus();
        return;
      }
    }
    if (door.isMissing(model.door())) {
      door.focusPassword();
    } else {
      join.joinButton().requestFocus();
    }
  }

  /// A scroll pane that fits to its height asks how low this can be at no width in particular, in
  /// which no words wrap, and shows no bar for the lines that they really take.
  private static final class Content extends StackPane {
    @Override
    protected double computeMinHeight(double width) {
      return super.computeMinHeight(width < 0 ? getWidth() : width);
    }
  }
}
