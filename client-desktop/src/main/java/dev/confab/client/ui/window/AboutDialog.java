package dev.confab.client.ui.window;

import dev.confab.client.ui.Brand;
import dev.confab.client.ui.Program;
import dev.confab.client.ui.Texts;
import dev.confab.client.ui.UpdateModel;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.util.Subscription;

/// What this program is, where its source is, and whether it looks for newer versions. A window of
/// its own, so that it is read out as one, and has room beside the smallest lobby. Made anew each
/// time.
final class AboutDialog extends Dialog<Void> {
  private static final double WIDTH = 380;

  AboutDialog(Window owner, Program program, UpdateModel updates) {
    initOwner(owner);
    initModality(Modality.WINDOW_MODAL);
    setTitle(Texts.of("about.title"));
    getDialogPane().getStyleClass().addAll("confab", "about");
    getDialogPane()
        .getButtonTypes()
        .add(new ButtonType(Texts.of("about.close"), ButtonData.CANCEL_CLOSE));
    getDialogPane().setPrefWidth(WIDTH);
    VBox content = new VBox(new Brand(), facts(program));
    content.getStyleClass().add("about-content");
    updates.host().ifPresent(host -> content.getChildren().add(checking(updates, host)));
    getDialogPane().setContent(content);
    followAppearance();
  }

  private static VBox facts(Program program) {
    Label what = new Label(Texts.of("about.what"));
    what.setWrapText(true);
    Label version = fact(Texts.of("about.version", program.version()));
    version.setId("about-version");
    Hyperlink source = new Hyperlink(Texts.of("about.source"));
    source.setId("about-source");
    source.setTooltip(new Tooltip(program.home().toString()));
    source.setOnAction(_ -> program.openLink().accept(program.home()));
    VBox facts = new VBox(what, version, fact(Texts.of("about.licence")), source);
    facts.getStyleClass().add("about-facts");
    return facts;
  }

  private static Label fact(String text) {
    Label fact = new Label(text);
    fact.getStyleClass().add("about-fact");
    fact.setWrapText(true);
    return fact;
  }

  private static Node checking(UpdateModel updates, String host) {
    CheckBox check = new CheckBox(Texts.of("about.check"));
    check.setId("about-check");
    check.setWrapText(true);
    check.selectedProperty().bindBidirectional(updates.checkingProperty());
    Label hint = new Label(Texts.of("about.check.hint", host));
    hint.getStyleClass().add("field-hint");
    hint.setWrapText(true);
    check.setAccessibleHelp(hint.getText());
    VBox field = new VBox(check, hint);
    field.getStyleClass().add("check-field");
    return field;
  }

  private void followAppearance() {
    Subscription following =
        Appearance.follow(
            Platform.getPreferences().colorSchemeProperty(), getDialogPane().getScene());
    setOnHidden(_ -> following.unsubscribe());
  }
}
