package dev.confab.client.ui.call;

import dev.confab.client.call.TileSize;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.ui.Avatar;
import dev.confab.client.ui.Icon;
import dev.confab.client.ui.Rounded;
import dev.confab.client.ui.Texts;
import dev.confab.client.ui.VideoView;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The tile of another, the same one as long as they are here: their picture or their initials,
/// what is to be known of them, and a pin. It tells them how large it is.
final class RemoteTile extends Region {
  private static final double RADIUS = 12;
  private static final double SMALL_WIDTH = 240;
  private static final double SMALL_HEIGHT = 135;
  private static final double PIN = 30;
  private static final double SMALL_PIN = 24;
  private static final double NOTICE_WIDTH = 440;
  private static final double SHARE_BESIDE_AVATAR = 0.6;
  private static final double SMALLEST_FACE = 24;
  private static final PseudoClass SPEAKING = PseudoClass.getPseudoClass("speaking");
  private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

  private final StageModel model;
  private final VideoView video = new VideoView();
  private final Avatar avatar = new Avatar();
  private final Region veil = new Region();
  private final NoticePane notice = new NoticePane();
  private final TileSigns signs = new TileSigns();
  private final Region outline = new Region();
  private final Button pin = new Button(null, Icon.Shape.PIN.node());
  private final Tooltip pinTip = new Tooltip();
  private final Rectangle corners;
  private final TileWatch watch;
  private TileState state;
  private @Nullable LatestFrame connection;
  private boolean alone;
  private double top;
  private double bottom;

  RemoteTile(StageModel model, TileState state) {
    this.model = model;
    this.state = state;
    getStyleClass().add("remote-tile");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    corners = Rounded.clip(this, RADIUS);
    watch = new TileWatch(size -> model.watch(this.state.peer(), size));
    video.sizeProperty().subscribe(size -> watch.drawn(new TileSize(size.width(), size.height())));
    avatar.visibleProperty().bind(video.pictureProperty().not());
    veil.getStyleClass().add("tile-veil");
    veil.visibleProperty().bind(Bindings.and(notice.visibleProperty(), video.pictureProperty()));
    outline.getStyleClass().add("tile-outline");
    outline.setMouseTransparent(true);
    pin.getStyleClass().add("tile-pin");
    pin.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    pin.setTooltip(pinTip);
    pin.setOnAction(_ -> model.togglePin(this.state.peer()));
    setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && !alone) {
            model.togglePin(this.state.peer());
          }
        });
    getChildren().addAll(video, avatar, veil, notice, outline, signs, pin);
    video.pictureProperty().subscribe(this::requestLayout);
    show(state);
  }

  void show(TileState newState) {
    state = newState;
    video.setFrames(state.frames());
    if (state.frames() != null && state.frames() != connection) {
      connection = state.frames();
      watch.tellAgain();
    }
    avatar.show(state.name());
    notice.show(state.notice());
    signs.show(state.name().value(), state.muted(), state.mutedHere(), state.hand());
    pseudoClassStateChanged(SPEAKING, state.speaking());
    showPin();
    requestLayout();
  }

  /// `alone`: it is the only one on the stage, so there is nothing to pin it against.
  void setAlone(boolean isAlone) {
    alone = isAlone;
    corners.setArcWidth(alone ? 0 : 2 * RADIUS);
    corners.setArcHeight(alone ? 0 : 2 * RADIUS);
    pseudoClassStateChanged(ALONE, alone);
    showPin();
    requestLayout();
  }

  private void showPin() {
    boolean pinned = !alone && state.peer().equals(model.pinnedProperty().get());
    pin.setVisible(!alone);
    pseudoClassStateChanged(PINNED, pinned);
    String words = Texts.of(pinned ? "tile.unpin" : "tile.pin", state.name());
    pinTip.setText(words);
    pin.setAccessibleText(words);
    setAccessibleText(state.spoken(pinned));
  }

  /// They have gone.
  void leave() {
    watch.stop();
    video.setFrames(null);
  }

  ObservableDoubleValue ratio() {
    return video.ratioProperty();
  }

  /// So much above and below is taken by something else; the initials keep clear of it.
  void reserve(double newTop, double newBottom) {
    if (newTop != top || newBottom != bottom) {
      top = newTop;
      bottom = newBottom;
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    boolean small = !alone && (width < SMALL_WIDTH || height < SMALL_HEIGHT);
    double margin = small ? 6 : alone ? 14 : 10;
    video.resizeRelocate(0, 0, width, height);
    veil.resizeRelocate(0, 0, width, height);
    outline.resizeRelocate(0, 0, width, height);
    double pinSize = small ? SMALL_PIN : PIN;
    pin.resizeRelocate(width - pinSize - margin, margin, pinSize, pinSize);
    signs.fit(width - 2 * margin, small);
    // Alone it has them at the top: one's own picture and words about the devices are below.
    signs.relocate(margin, alone ? margin : height - margin - signs.getHeight());
    layoutNotice(width, height, margin, small);
  }

  private void layoutNotice(double width, double height, double margin, boolean small) {
    boolean noticed = notice.isVisible();
    double below = alone || !noticed ? bottom : signs.getHeight() + margin;
    double room = Math.min(width - 2 * margin, NOTICE_WIDTH);
    double share = avatar.isVisible() ? SHARE_BESIDE_AVATAR : 1;
    double noticeHeight = noticed ? notice.fit(room, (height - top - below) * share, small) : 0;
    double noticeWidth = Math.min(notice.prefWidth(-1), room);
    double free = height - top - below - noticeHeight;
    double raised = small && !noticed ? signs.getHeight() / 2 : 0; // clear of the name
    avatar.resizeRelocate(0, top - raised, width, free);
    boolean face = avatar.isVisible() && avatar.diameter() >= SMALLEST_FACE;
    if (noticed && !face) {
      avatar.resize(0, 0);
    }
    double y =
        face
            ? top + (free + avatar.diameter()) / 2 + (small ? 0 : 7)
            : (height - (alone ? 0 : below) - noticeHeight) / 2;
    notice.resizeRelocate(
        snapPositionX((width - noticeWidth) / 2), snapPositionY(y), noticeWidth, noticeHeight);
  }
}
