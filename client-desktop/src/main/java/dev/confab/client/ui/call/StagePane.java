package dev.confab.client.ui.call;

import dev.confab.client.ui.AdviceBanner;
import dev.confab.client.ui.DeviceModel;
import dev.confab.client.ui.KnockList;
import dev.confab.client.ui.RoomModel;
import dev.confab.client.ui.Rounded;
import dev.confab.client.ui.call.TileLayout.Box;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The dark stage: the tiles, and over them what must be said about the server and the devices,
/// placed so that it covers no name.
final class StagePane extends Region {
  private static final double RADIUS = 16;
  private static final double MARGIN = TileLayout.FLOATING_MARGIN;
  private static final double LOW = 440;
  private static final double TROUBLE_WIDTH = 340;
  private static final double WAITING_WIDTH = 480;
  private static final double KNOCKS_WIDTH = 380;
  private static final int MOST_KNOCKS = 3;

  private final TilesPane tiles;
  private final WaitingCard waiting;
  private final Label server = new Label(null, new FontIcon(Feather.CLOUD_OFF));
  private final KnockList knocks;
  private final VBox troubles;
  private final Rectangle corners;

  /// `afterKnocks` puts the keyboard somewhere when nobody waits at the door any more.
  StagePane(CallViewModel model, Runnable afterKnocks) {
    setId("stage");
    getStyleClass().add("stage");
    corners = Rounded.clip(this, RADIUS);
    tiles = new TilesPane(model);
    waiting = new WaitingCard(model);
    waiting.visibleProperty().bind(model.stage().aloneProperty());
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
    RoomModel room = model.members().room();
    knocks = new KnockList(room, MOST_KNOCKS, afterKnocks);
    knocks.setId("knocks");
    knocks.giveWayTo(model.members().openProperty());
    knocks.visibleProperty().subscribe(this::requestLayout);
    room.knocksProperty().subscribe(_ -> requestLayout());
    AdviceBanner refusal =
        new AdviceBanner(room.refusalProperty()).dismissible(room::dismissRefusal);
    refusal.setId("refusal");
    refusal.getStyleClass().add("trouble");
    troubles.getChildren().add(refusal);
    waiting.visibleProperty().subscribe(this::requestLayout);
    model.stage().screenProperty().subscribe(_ -> requestLayout());
    model.stage().othersProperty().subscribe(_ -> requestLayout());
    model.stage().largeProperty().subscribe(_ -> requestLayout());
    getChildren().addAll(tiles, waiting, server, knocks, troubles);
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
    tiles.resizeRelocate(0, 0, width, height);
    Box own = tiles.floatingOwn();
    boolean floats = tiles.ownFloats();
    double right = floats ? own.x() : width;
    double room = Math.min(TROUBLE_WIDTH, right - 2 * MARGIN);
    double troublesHeight = troubles.prefHeight(room);
    troubles.resizeRelocate(
        right - MARGIN - room, height - MARGIN - troublesHeight, room, troublesHeight);

    boolean low = height < LOW;
    double top = layoutKnocks(width, low, layoutServerNotice(width, height));
    double ownHeight = floats ? own.height() : 0;
    tiles.reserve(low ? top : 0, low ? Math.max(ownHeight, troublesHeight) + MARGIN : 0);
    layoutWaiting(width, height, top, floats ? own.y() - MARGIN : height - MARGIN);
  }

  // Below a name that is on top, which may be long. Answers where what comes below may begin.
  private double layoutServerNotice(double width, double height) {
    if (!server.isVisible()) {
      return MARGIN;
    }
    double noticeWidth = Math.min(server.prefWidth(-1), width - 2 * MARGIN);
    double noticeHeight = server.prefHeight(noticeWidth);
    double top = tiles.nameIsOnTop() ? MARGIN + Math.min(48, height / 6) : MARGIN;
    server.resizeRelocate(
        snapPositionX((width - noticeWidth) / 2), snapPositionY(top), noticeWidth, noticeHeight);
    return top + noticeHeight + MARGIN / 2;
  }

  // Below the notice, in the corner: not over a face. Answers where what comes below may begin.
  private double layoutKnocks(double width, boolean low, double top) {
    knocks.setMost(low ? 1 : MOST_KNOCKS);
    if (!knocks.isVisible()) {
      return top;
    }
    double room = Math.min(KNOCKS_WIDTH, width - 2 * MARGIN);
    double roomHeight = knocks.prefHeight(room);
    knocks.resizeRelocate(MARGIN, snapPositionY(top), room, roomHeight);
    return top + roomHeight + MARGIN / 2;
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
