package dev.confab.client.ui.call;

import dev.confab.client.ui.AdviceBanner;
import dev.confab.client.ui.DeviceModel;
import dev.confab.client.ui.Rounded;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The dark stage: the other's tile in full, one's own in the corner, and what must be said about
/// the server and the devices, placed so that nothing covers anything.
final class StagePane extends Region {
  private static final double RADIUS = 16;
  private static final double MARGIN = 14;
  private static final double LOW = 440;
  private static final double OWN_SHARE = 0.22;
  private static final double OWN_SMALLEST = 112;
  private static final double OWN_LARGEST = 256;
  private static final double TROUBLE_WIDTH = 340;
  private static final double WAITING_WIDTH = 480;

  private final RemoteTile other;
  private final OwnTile own;
  private final WaitingCard waiting;
  private final Label server = new Label(null, new FontIcon(Feather.CLOUD_OFF));
  private final VBox troubles;
  private final Rectangle corners;

  StagePane(CallViewModel model) {
    setId("stage");
    getStyleClass().add("stage");
    corners = Rounded.clip(this, RADIUS);
    other = new RemoteTile(model.otherProperty());
    own = new OwnTile(model);
    waiting = new WaitingCard(model);
    waiting.visibleProperty().bind(model.otherProperty().isNull());
    server.setId("server-notice");
    server.getStyleClass().add("server-notice");
    server.setWrapText(true);
    server.textProperty().bind(model.serverNoticeProperty());
    server.visibleProperty().bind(model.serverNoticeProperty().isNotEmpty());
    server.visibleProperty().subscribe(this::requestLayout);
    troubles =
        new VBox(
            trouble("camera-trouble", model.own().camera()),
            trouble("microphone-trouble", model.own().microphone()),
            trouble("speaker-trouble", model.own().speaker()));
    troubles.getStyleClass().add("troubles");
    troubles.setPickOnBounds(false);
    waiting.visibleProperty().subscribe(this::requestLayout);
    getChildren().addAll(other, waiting, server, troubles, own);
  }

  private static AdviceBanner trouble(String id, DeviceModel<?> device) {
    AdviceBanner banner =
        new AdviceBanner(device.noticeProperty()).dismissible(device::dismissNotice);
    banner.setId(id);
    banner.getStyleClass().add("trouble");
    return banner;
  }

  /// In full screen there are no corners to round.
  void setRounded(boolean rounded) {
    corners.setArcWidth(rounded ? 2 * RADIUS : 0);
    corners.setArcHeight(rounded ? 2 * RADIUS : 0);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double share = Math.min(width, height * 1.6) * OWN_SHARE;
    double unit = Math.floor(Math.clamp(share, OWN_SMALLEST, OWN_LARGEST) / 32) * 2;
    double ownWidth = unit * 16;
    double ownHeight = unit * 9;
    double ownTop = height - ownHeight - MARGIN;
    own.resizeRelocate(width - ownWidth - MARGIN, ownTop, ownWidth, ownHeight);

    double room = Math.min(TROUBLE_WIDTH, width - ownWidth - 3 * MARGIN);
    double troublesHeight = troubles.prefHeight(room);
    troubles.resizeRelocate(
        width - ownWidth - 2 * MARGIN - room,
        height - MARGIN - troublesHeight,
        room,
        troublesHeight);

    double top = layoutServerNotice(width, height);
    boolean low = height < LOW;
    other.reserve(low ? top : 0, low ? Math.max(ownHeight, troublesHeight) + MARGIN : 0);
    other.resizeRelocate(0, 0, width, height);
    layoutWaiting(width, height, top, ownTop - MARGIN);
  }

  // Below the name, which may be long. Answers where what comes below may begin.
  private double layoutServerNotice(double width, double height) {
    if (!server.isVisible()) {
      return MARGIN;
    }
    double noticeWidth = Math.min(server.prefWidth(-1), width - 2 * MARGIN);
    double noticeHeight = server.prefHeight(noticeWidth);
    double top = waiting.isVisible() ? MARGIN : MARGIN + Math.min(48, height / 6);
    server.resizeRelocate(
        snapPositionX((width - noticeWidth) / 2), snapPositionY(top), noticeWidth, noticeHeight);
    return top + noticeHeight + MARGIN / 2;
  }

  private void layoutWaiting(double width, double height, double top, double bottom) {
    double cardWidth = Math.min(WAITING_WIDTH, width - 2 * MARGIN);
    double cardHeight = waiting.prefHeight(cardWidth);
    double centred = (height - cardHeight) / 2;
    double y = Math.max(top, Math.min(centred, bottom - cardHeight));
    waiting.resizeRelocate(
        snapPositionX((width - cardWidth) / 2), snapPositionY(y), cardWidth, cardHeight);
  }
}
