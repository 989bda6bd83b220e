package dev.confab.client.ui.call;

import dev.confab.client.ui.Avatar;
import dev.confab.client.ui.OwnMediaModel;
import dev.confab.client.ui.Rounded;
import dev.confab.client.ui.Texts;
import dev.confab.client.ui.VideoView;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// One's own picture, mirrored; one's initials while the camera does not run. It floats, stands
/// among the others, or is not shown; then it draws nothing.
final class OwnTile extends Region {
  private static final double RADIUS = 12;
  private static final double SMALL_WIDTH = 300;

  private final CallViewModel model;
  private final VideoView video = new VideoView();
  private final Avatar avatar = new Avatar();
  private final TileSigns signs = new TileSigns();
  private final Region outline = new Region();

  OwnTile(CallViewModel model) {
    this.model = model;
    setId("own-tile");
    getStyleClass().add("own-tile");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    Rounded.clip(this, RADIUS);
    OwnMediaModel own = model.own();
    video.setId("own-video");
    video.setMirrored(true);
    video.visibleProperty().bind(visibleProperty());
    own.previewProperty().subscribe(video::setFrames);
    avatar.visibleProperty().bind(video.pictureProperty().not());
    outline.getStyleClass().add("tile-outline");
    outline.setMouseTransparent(true);
    getChildren().addAll(avatar, video, outline, signs);
    model
        .ownNameProperty()
        .subscribe(
            name -> {
              if (name != null) {
                avatar.show(name);
              }
            });
    own.microphoneMutedProperty().subscribe(_ -> show());
    own.noPreviewProperty().subscribe(_ -> show());
    model.hand().raisedProperty().subscribe(_ -> show());
  }

  private void show() {
    boolean muted = model.own().microphoneMutedProperty().get();
    boolean raised = model.hand().raisedProperty().get();
    String you = Texts.of("tile.you");
    signs.show(you, muted, false, raised);
    List<String> spoken = new ArrayList<>(List.of(you));
    if (muted) {
      spoken.add(Texts.of("tile.muted"));
    }
    if (raised) {
      spoken.add(Texts.of("tile.hand"));
    }
    if (!model.own().noPreviewProperty().get().isEmpty()) {
      spoken.add(model.own().noPreviewProperty().get());
    }
    setAccessibleText(String.join(", ", spoken));
    requestLayout();
  }

  ObservableDoubleValue ratio() {
    return video.ratioProperty();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    boolean small = width < SMALL_WIDTH;
    double margin = small ? 6 : 10;
    avatar.resizeRelocate(0, 0, width, height);
    video.resizeRelocate(0, 0, width, height);
    outline.resizeRelocate(0, 0, width, height);
    signs.fit(width - 2 * margin, small);
    signs.relocate(margin, height - margin - signs.getHeight());
  }
}
