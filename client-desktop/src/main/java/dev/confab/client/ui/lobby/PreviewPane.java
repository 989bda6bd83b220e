package dev.confab.client.ui.lobby;

import dev.confab.client.ui.ControlButton;
import dev.confab.client.ui.OwnMediaModel;
import dev.confab.client.ui.Rounded;
import dev.confab.client.ui.VideoView;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One's own picture before the call, as wide as its place and 16:9, with the two toggles in it.
final class PreviewPane extends StackPane {
  private static final double RATIO = 9.0 / 16;
  private static final double RADIUS = 16;

  PreviewPane(OwnMediaModel own) {
    getStyleClass().add("preview");
    Rounded.clip(this, RADIUS);
    VideoView video = new VideoView();
    video.setId("preview");
    video.setMirrored(true);
    own.previewProperty().subscribe(video::setFrames);

    Label words = new Label();
    words.getStyleClass().add("preview-words");
    words.setWrapText(true);
    words.textProperty().bind(own.noPreviewProperty());
    VBox noPicture = new VBox(new FontIcon(Feather.VIDEO_OFF), words);
    noPicture.getStyleClass().add("no-preview");
    noPicture.visibleProperty().bind(own.noPreviewProperty().isNotEmpty());

    HBox toggles =
        new HBox(
            new ControlButton(
                "microphone-toggle", own.microphoneFaceProperty(), own::toggleMicrophone),
            new ControlButton("camera-toggle", own.cameraFaceProperty(), own::toggleCamera));
    toggles.getStyleClass().add("preview-toggles");
    toggles.setMaxSize(Pane.USE_PREF_SIZE, Pane.USE_PREF_SIZE);
    StackPane.setAlignment(toggles, Pos.BOTTOM_CENTER);
    getChildren().addAll(video, noPicture, toggles);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.floor((width < 0 ? prefWidth(-1) : width) * RATIO / 2) * 2; // as frames are
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return computePrefHeight(width);
  }
}
