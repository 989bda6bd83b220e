package dev.confab.client.ui.call;

import dev.confab.client.ui.Avatar;
import dev.confab.client.ui.Rounded;
import dev.confab.client.ui.Texts;
import dev.confab.client.ui.VideoView;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One's own picture, small and mirrored; one's initials while the camera does not run.
final class OwnTile extends StackPane {
  private static final double RADIUS = 12;

  OwnTile(CallViewModel model) {
    setId("own-tile");
    getStyleClass().add("own-tile");
    Rounded.clip(this, RADIUS);
    VideoView video = new VideoView();
    video.setId("own-video");
    video.setMirrored(true);
    model.own().previewProperty().subscribe(video::setFrames);

    Avatar avatar = new Avatar();
    avatar.visibleProperty().bind(video.pictureProperty().not());
    model
        .ownNameProperty()
        .subscribe(
            name -> {
              if (name != null) {
                avatar.show(name);
              }
            });

    FontIcon mutedIcon = new FontIcon(Feather.MIC_OFF);
    mutedIcon.visibleProperty().bind(model.own().microphoneMutedProperty());
    mutedIcon.managedProperty().bind(mutedIcon.visibleProperty());
    Label you = new Label(Texts.of("tile.you"), mutedIcon);
    you.getStyleClass().add("you-chip");
    StackPane.setAlignment(you, Pos.BOTTOM_LEFT);
    accessibleTextProperty()
        .bind(
            Bindings.when(model.own().previewProperty().isNull())
                .then(Bindings.concat(Texts.of("tile.you"), ", ", model.own().noPreviewProperty()))
                .otherwise(Texts.of("tile.you")));
    getChildren().addAll(avatar, video, you);
  }
}
