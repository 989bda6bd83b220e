package dev.confab.client.ui;

import dev.confab.client.media.LatestFrame;
import dev.confab.client.media.LatestFrame.Wish;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Draws the newest frame of a [LatestFrame], fitted into its bounds. With each pulse it takes what
/// is newest; a frame that is taken stays untouched until two more were taken, so the render thread
/// may upload it while the next one is being shown. Nothing is allocated for a frame.
///
/// It tells the stream at which size it draws, in device pixels; while it is not on the screen it
/// draws nothing and wishes none.
public final class VideoView extends Region {
  // In pixels: the wish is rounded up to even, the frame down.
  private static final double ROUNDING_GAP = 4;

  // The rounding of a small frame's size must not look like another ratio.
  private static final double SAME_RATIO = 0.08;
  private static final ObservableValue<Boolean> NEVER = new SimpleBooleanProperty(false);

  private final ImageView image = new ImageView();
  private final SlotImages images = new SlotImages();
  private final ReadOnlyBooleanWrapper picture = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper ratio = new ReadOnlyDoubleWrapper(16 / 9.0);
  private final ReadOnlyObjectWrapper<Wish> size = new ReadOnlyObjectWrapper<>(Wish.HIDDEN);
  private final ObservableValue<Boolean> onScreen = onScreen();
  private final ObservableValue<Number> scale =
      window().flatMap(Window::outputScaleXProperty).orElse(1.0);
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          draw();
        }
      };
  private @Nullable LatestFrame frames;
  private boolean drawing;

  public VideoView() {
    getStyleClass().add("video-view");
    image.setManaged(false);
    getChildren().add(image);
    onScreen.subscribe(_ -> update());
    scale.subscribe(_ -> update());
    visibleProperty().subscribe(this::update);
  }

  /// The stream to draw; null for none. What was drawn of another is gone at once.
  public void setFrames(@Nullable LatestFrame newFrames) {
    if (newFrames == frames) {
      return;
    }
    stop();
    frames = newFrames;
    image.setImage(null);
    images.clear();
    picture.set(false);
    update();
  }

  /// As in a mirror: how people know their own face.
  public void setMirrored(boolean mirrored) {
    image.setScaleX(mirrored ? -1 : 1);
  }

  /// Whether a frame of the present stream has been drawn.
  public ReadOnlyBooleanProperty pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /// Width by height of the pictures that were drawn last; of none yet, what most cameras have.
  public ReadOnlyDoubleProperty ratioProperty() {
    return ratio.getReadOnlyProperty();
  }

  /// The size of this place on the screen in device pixels, whether or not a picture comes.
  public ReadOnlyObjectProperty<Wish> sizeProperty() {
    return size.getReadOnlyProperty();
  }

  private void update() {
    boolean seen = onScreen.getValue() && isVisible() && getWidth() >= 1 && getHeight() >= 1;
    Wish now = seen ? new Wish(devicePixels(getWidth()), devicePixels(getHeight())) : Wish.HIDDEN;
    size.set(now);
    if (frames == null || !seen) {
      stop();
    } else {
      frames.wish(now);
      timer.start();
      drawing = true;
    }
  }

  // A stream may be shown by one view after another: who does not draw it does not speak for it.
  private void stop() {
    if (drawing && frames != null) {
      frames.wish(Wish.HIDDEN);
    }
    drawing = false;
    timer.stop();
  }

  // Even, as the chroma planes of a frame are half its size.
  private int devicePixels(double length) {
    return (int) Math.ceil(length * scale.getValue().doubleValue() / 2) * 2;
  }

  private void draw() {
    LatestFrame.Slot slot = frames == null ? null : frames.take();
    if (slot != null && slot.width() > 0) {
      image.setImage(images.of(slot));
      picture.set(true);
      double newRatio = (double) slot.width() / slot.height();
      if (Math.abs(newRatio / ratio.get() - 1) > SAME_RATIO) {
        ratio.set(newRatio);
      }
      fit();
    }
  }

  @Override
  protected void layoutChildren() {
    fit();
    update();
  }

  // In its own ratio, in the middle; a gap that comes from rounding alone is closed.
  private void fit() {
    Image shown = image.getImage();
    if (shown == null) {
      return;
    }
    double ratio = Math.min(getWidth() / shown.getWidth(), getHeight() / shown.getHeight());
    double width = closed(shown.getWidth() * ratio, getWidth());
    double height = closed(shown.getHeight() * ratio, getHeight());
    image.setFitWidth(width);
    image.setFitHeight(height);
    image.relocate(
        snapPositionX((getWidth() - width) / 2), snapPositionY((getHeight() - height) / 2));
  }

  private static double closed(double length, double place) {
    return place - length <= ROUNDING_GAP ? place : Math.round(length);
  }

  private ObservableValue<Window> window() {
    return sceneProperty().flatMap(Scene::windowProperty);
  }

  private ObservableValue<Boolean> onScreen() {
    ObservableValue<Boolean> iconified =
        window()
            .flatMap(window -> window instanceof Stage stage ? stage.iconifiedProperty() : NEVER)
            .orElse(false);
    return window()
        .flatMap(Window::showingProperty)
        .flatMap(showing -> iconified.map(hidden -> showing && !hidden))
        .orElse(false);
  }
}
