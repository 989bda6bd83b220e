package dev.confab.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.media.LatestFrame;
import dev.confab.client.media.LatestFrame.Wish;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// Reads the pixels that a [VideoView] draws.
@ExtendWith(ApplicationExtension.class)
class VideoViewIT {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 180;
  private static final int RED = 0xE02040;
  private static final int BLUE = 0x2060E0;
  private static final int BACKGROUND = 0x102030;

  private final LatestFrame frames = new LatestFrame();

  @SuppressWarnings("NullAway.Init") // by @Start
  private VideoView view;

  @SuppressWarnings("NullAway.Init") // by @Start
  private StackPane root;

  @SuppressWarnings("NullAway.Init") // by @Start
  private Stage stage;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    view = new VideoView();
    view.setMinSize(WIDTH, HEIGHT); // the stage may have the size that an earlier test gave it
    view.setMaxSize(WIDTH, HEIGHT);
    view.setFrames(frames);
    root = new StackPane(view);
    stage.setScene(new Scene(root, WIDTH, HEIGHT));
    stage.show();
  }

  @Stop
  void stop() {
    stage.hide();
  }

  @Test
  void aFrameIsDrawnInItsColour() throws Exception {
    PaintedPicture.fill(frames, WIDTH, HEIGHT, BLUE);
    untilDrawn();

    assertThat(colour(snapshot(), 160, 90)).isEqualTo(BLUE);
    assertThat(view.pictureProperty().get()).isTrue();
  }

  @Test
  void theNewestFrameReplacesTheOneBefore() throws Exception {
    for (int rgb : new int[] {RED, BLUE, RED, 0x00FF00, BLUE}) {
      PaintedPicture.fill(frames, WIDTH, HEIGHT, rgb);
      untilDrawn();

      assertThat(colour(snapshot(), 160, 90)).isEqualTo(rgb);
    }
  }

  @Test
  void leftIsLeft() throws Exception {
    PaintedPicture.halves(frames, WIDTH, HEIGHT, RED, BLUE);
    untilDrawn();

    assertThat(colour(snapshot(), 40, 90)).isEqualTo(RED);
    assertThat(colour(snapshot(), 280, 90)).isEqualTo(BLUE);
  }

  @Test
  void inAMirrorLeftIsRight() throws Exception {
    fx(
        () -> {
          view.setMirrored(true);
          return true;
        });
    PaintedPicture.halves(frames, WIDTH, HEIGHT, RED, BLUE);
    untilDrawn();

    assertThat(colour(snapshot(), 40, 90)).isEqualTo(BLUE);
    assertThat(colour(snapshot(), 280, 90)).isEqualTo(RED);
  }

  @Test
  void aPictureKeepsItsRatioInTheMiddle() throws Exception {
    PaintedPicture.fill(frames, 180, 180, RED);
    untilDrawn();

    WritableImage shown = snapshot();
    assertThat(colour(shown, 160, 90)).isEqualTo(RED);
    assertThat(colour(shown, 75, 2)).isEqualTo(RED);
    assertThat(colour(shown, 245, 177)).isEqualTo(RED);
    assertThat(colour(shown, 60, 90)).isEqualTo(BACKGROUND);
    assertThat(colour(shown, 260, 90)).isEqualTo(BACKGROUND);
  }

  @Test
  void aChangeOfSizeIsDrawn() throws Exception {
    for (int height : new int[] {180, 90, 36, 180, 90}) {
      PaintedPicture.fill(frames, height * 16 / 9, height, height == 90 ? BLUE : RED);
      untilDrawn();

      assertThat(colour(snapshot(), 160, 90)).isEqualTo(height == 90 ? BLUE : RED);
    }
  }

  /// Frames of one colour each come as fast as they can be painted; what is drawn has one colour.
  @Test
  void noFrameIsTorn() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; !done.get(); i++) {
                    PaintedPicture.fill(frames, WIDTH, HEIGHT, i * 0x313131);
                  }
                });
    try {
      for (int i = 0; i < 100; i++) {
        untilDrawn();
        assertIsOneColour(snapshot());
      }
    } finally {
      done.set(true);
      writer.join();
    }
  }

  private static void assertIsOneColour(WritableImage image) {
    PixelReader pixels = image.getPixelReader();
    int first = pixels.getArgb(0, 0);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (pixels.getArgb(x, y) != first) {
          assertThat(pixels.getArgb(x, y)).as("pixel %d,%d", x, y).isEqualTo(first);
        }
      }
    }
  }

  @Test
  void itWishesFramesOfItsOwnSizeInEvenPixels() throws Exception {
    until(() -> frames.wish().equals(new Wish(WIDTH, HEIGHT)));

    fx(
        () -> {
          view.setMinSize(201, 99.5);
          view.setMaxSize(201, 99.5);
          return true;
        });

    until(() -> frames.wish().equals(new Wish(202, 100)));
  }

  @Test
  void outOfTheSceneItWishesNoneAndDrawsNone() throws Exception {
    until(() -> !frames.wish().equals(Wish.HIDDEN));

    fx(() -> root.getChildren().remove(view));

    assertThat(frames.wish()).isEqualTo(Wish.HIDDEN);
    PaintedPicture.fill(frames, WIDTH, HEIGHT, RED);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(frames.drawn()).isZero();
  }

  @Test
  void inAWindowThatIsHiddenItWishesNone() throws Exception {
    until(() -> !frames.wish().equals(Wish.HIDDEN));

    fx(
        () -> {
          stage.hide();
          return true;
        });
    assertThat(frames.wish()).isEqualTo(Wish.HIDDEN);

    fx(
        () -> {
          stage.show();
          return true;
        });
    until(() -> frames.wish().equals(new Wish(WIDTH, HEIGHT)));
  }

  @Test
  @Tag("window-system")
  void inAWindowThatIsIconifiedItWishesNone() throws Exception {
    Stage own = fx(() -> new Stage()); // the shared one would stay an icon for the tests after it
    fx(
        () -> {
          own.setScene(new Scene(new StackPane(view), WIDTH, HEIGHT));
          own.show();
          return true;
        });
    until(() -> !frames.wish().equals(Wish.HIDDEN));

    fx(
        () -> {
          own.setIconified(true);
          return true;
        });

    until(() -> frames.wish().equals(Wish.HIDDEN));
    fx(
        () -> {
          own.close();
          return true;
        });
  }

  @Test
  void aViewThatDoesNotDrawAStreamDoesNotSpeakForIt() throws Exception {
    until(() -> frames.wish().equals(new Wish(WIDTH, HEIGHT)));

    fx(
        () -> {
          VideoView other = new VideoView();
          other.setFrames(frames);
          other.setFrames(null);
          return true;
        });

    assertThat(frames.wish()).isEqualTo(new Wish(WIDTH, HEIGHT));
  }

  @Test
  void ofAnotherStreamNothingIsLeft() throws Exception {
    PaintedPicture.fill(frames, WIDTH, HEIGHT, RED);
    untilDrawn();

    fx(
        () -> {
          view.setFrames(new LatestFrame());
          return true;
        });

    assertThat(frames.wish()).isEqualTo(Wish.HIDDEN);
    assertThat(view.pictureProperty().get()).isFalse();
    assertThat(colour(snapshot(), 160, 90)).isEqualTo(BACKGROUND);
  }

  private void untilDrawn() throws TimeoutException {
    long before = frames.drawn();
    until(() -> frames.drawn() > before || frames.published() == before);
  }

  private WritableImage snapshot() throws Exception {
    return fx(
        () -> {
          SnapshotParameters parameters = new SnapshotParameters();
          parameters.setFill(Color.rgb(0x10, 0x20, 0x30));
          return view.snapshot(parameters, new WritableImage(WIDTH, HEIGHT));
        });
  }

  private static int colour(WritableImage image, int x, int y) {
    return image.getPixelReader().getArgb(x, y) & 0xFFFFFF;
  }

  private static <T> T fx(Callable<T> action) throws Exception {
    return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
  }
}
