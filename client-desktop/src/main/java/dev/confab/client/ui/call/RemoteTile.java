package dev.confab.client.ui.call;

import dev.confab.client.ui.Avatar;
import dev.confab.client.ui.Texts;
import dev.confab.client.ui.VideoView;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The tile of another: their picture or their initials, their name, and how it stands with the
/// connection.
final class RemoteTile extends Region {
  private static final double MARGIN = 14;

  private final VideoView video = new VideoView();
  private final Avatar avatar = new Avatar();
  private final Region veil = new Region();
  private final Label name = new Label();
  private final FontIcon mutedIcon = new FontIcon(Feather.MIC_OFF);
  private final HBox chip = new HBox(mutedIcon, name);
  private final ProgressIndicator spinner = new ProgressIndicator();
  private final FontIcon brokenIcon = new FontIcon(Feather.ALERT_TRIANGLE);
  private final Label noticeTitle = new Label();
  private final Label noticeText = new Label();
  private final VBox notice;
  private double top;
  private double bottom;

  RemoteTile(ObservableValue<@Nullable TileState> state) {
    setId("remote-tile");
    getStyleClass().add("remote-tile");
    video.setId("remote-video");
    avatar.visibleProperty().bind(video.pictureProperty().not());
    chip.getStyleClass().add("name-chip");
    chip.setId("remote-name");
    mutedIcon.setId("remote-muted");
    mutedIcon.managedProperty().bind(mutedIcon.visibleProperty());
    spinner.getStyleClass().add("small-spinner");
    brokenIcon.getStyleClass().add("broken");
    noticeTitle.getStyleClass().add("tile-notice-title");
    noticeTitle.setId("tile-notice");
    noticeTitle.setWrapText(true);
    noticeText.getStyleClass().add("tile-notice-text");
    noticeText.setWrapText(true);
    noticeText.managedProperty().bind(noticeText.textProperty().isNotEmpty());
    HBox line = new HBox(spinner, brokenIcon, noticeTitle);
    line.getStyleClass().add("tile-notice-line");
    notice = new VBox(line, noticeText);
    notice.getStyleClass().add("tile-notice");
    veil.getStyleClass().add("tile-veil");
    veil.visibleProperty().bind(Bindings.and(notice.visibleProperty(), video.pictureProperty()));
    getChildren().addAll(video, avatar, veil, notice, chip);
    state.subscribe(this::show);
    video.pictureProperty().subscribe(this::requestLayout);
  }

  private void show(@Nullable TileState state) {
    setVisible(state != null);
    video.setFrames(state == null ? null : state.frames());
    TileNotice newNotice = state == null ? null : state.notice();
    notice.setVisible(newNotice != null);
    if (state == null) {
      return;
    }
    avatar.show(state.name());
    name.setText(state.name().value());
    mutedIcon.setVisible(state.muted());
    chip.setAccessibleText(Texts.of(state.muted() ? "tile.muted" : "tile.speaking", state.name()));
    setAccessibleText(chip.getAccessibleText());
    if (newNotice != null) {
      show(newNotice);
    }
    requestLayout();
  }

  private void show(TileNotice newNotice) {
    noticeTitle.setText(newNotice.title());
    noticeText.setText(newNotice.text());
    spinner.setVisible(newNotice.busy());
    spinner.setManaged(newNotice.busy());
    brokenIcon.setVisible(!newNotice.busy());
    brokenIcon.setManaged(!newNotice.busy());
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
    video.resizeRelocate(0, 0, width, height);
    veil.resizeRelocate(0, 0, width, height);
    double chipWidth = Math.min(chip.prefWidth(-1), width - 2 * MARGIN);
    chip.resizeRelocate(MARGIN, MARGIN, chipWidth, chip.prefHeight(chipWidth));

    double noticeWidth = Math.min(notice.prefWidth(-1), Math.min(width - 2 * MARGIN, 440));
    double noticeHeight = notice.isVisible() ? notice.prefHeight(noticeWidth) : 0;
    double free = height - top - bottom - noticeHeight;
    avatar.resizeRelocate(0, top, width, free);
    double noticeTop =
        avatar.isVisible()
            ? top + (free + avatar.diameter()) / 2 + MARGIN / 2
            : (height - noticeHeight) / 2;
    notice.resizeRelocate(
        snapPositionX((width - noticeWidth) / 2),
        snapPositionY(noticeTop),
        noticeWidth,
        noticeHeight);
  }
}
