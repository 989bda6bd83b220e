package dev.confab.client.ui.call;

import dev.confab.client.settings.Settings.OwnPicture;
import dev.confab.client.ui.call.TileLayout.Box;
import dev.confab.protocol.PeerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;

/// The tiles where [TileLayout] puts them. Each belongs to one person for as long as they are here;
/// whoever comes or goes, the tiles of the others only move.
final class TilesPane extends Region {
  private final StageModel model;
  private final OwnTile own;
  private final Map<PeerId, RemoteTile> tiles = new HashMap<>();
  private double top;
  private double bottom;

  TilesPane(CallViewModel call) {
    model = call.stage();
    own = new OwnTile(call);
    own.ratio().subscribe(_ -> requestLayout());
    getChildren().add(own);
    model.othersProperty().subscribe(this::show);
    model.largeProperty().subscribe(_ -> requestLayout());
    model.pinnedProperty().subscribe(_ -> showPins());
    model.screenProperty().subscribe(_ -> showPins());
  }

  private void show(List<TileState> others) {
    Set<PeerId> here = others.stream().map(TileState::peer).collect(Collectors.toSet());
    for (PeerId gone : tiles.keySet().stream().filter(peer -> !here.contains(peer)).toList()) {
      RemoteTile tile = Objects.requireNonNull(tiles.remove(gone));
      tile.leave();
      getChildren().remove(tile);
      requestLayout();
    }
    for (TileState state : others) {
      RemoteTile tile = tiles.get(state.peer());
      if (tile == null) {
        enter(state);
      } else {
        tile.show(state);
      }
    }
    showPins();
  }

  // Behind one's own, which may float over it.
  private void enter(TileState state) {
    RemoteTile tile = new RemoteTile(model, state);
    tile.ratio().subscribe(_ -> requestLayout());
    tiles.put(state.peer(), tile);
    getChildren().add(getChildren().size() - 1, tile);
    requestLayout();
  }

  private void showPins() {
    boolean alone = nameIsOnTop();
    tiles.values().forEach(tile -> tile.setAlone(alone));
    own.setVisible(ownIsTile() || ownFloats());
    requestLayout();
  }

  private OwnPicture ownPicture() {
    return model.screenProperty().get().own();
  }

  private boolean ownIsTile() {
    return ownPicture() == OwnPicture.TILE && !tiles.isEmpty();
  }

  /// Where nobody else is there is nothing to stand among.
  boolean ownFloats() {
    return ownPicture() == OwnPicture.FLOATING
        || (ownPicture() == OwnPicture.TILE && tiles.isEmpty());
  }

  /// Where one's own picture is when it floats.
  Box floatingOwn() {
    return plan().floating();
  }

  private TileLayout.Plan plan() {
    List<PeerId> peers = model.othersProperty().get().stream().map(TileState::peer).toList();
    List<Double> ratios = placed().stream().map(this::ratio).toList();
    return TileLayout.plan(
        getWidth(), getHeight(), ratios, peers.indexOf(model.largeProperty().get()));
  }

  private double ratio(Region tile) {
    return tile instanceof RemoteTile other ? other.ratio().get() : own.ratio().get();
  }

  // In their order; one's own comes last.
  private List<Region> placed() {
    List<Region> placed = new ArrayList<>();
    model.othersProperty().get().forEach(state -> placed.add(tiles.get(state.peer())));
    if (ownIsTile()) {
      placed.add(own);
    }
    return placed;
  }

  /// One other has the whole stage, with their name at the top.
  boolean nameIsOnTop() {
    return tiles.size() == 1 && !ownIsTile();
  }

  /// So much above and below is taken by something else, where one other has the whole stage.
  void reserve(double newTop, double newBottom) {
    top = newTop;
    bottom = newBottom;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    List<Region> placed = placed();
    TileLayout.Plan plan = plan();
    for (int i = 0; i < placed.size(); i++) {
      put(placed.get(i), plan.tiles().get(i));
    }
    boolean alone = placed.size() == 1;
    tiles.values().forEach(tile -> tile.reserve(alone ? top : 0, alone ? bottom : 0));
    if (ownFloats()) {
      put(own, plan.floating());
    }
  }

  // Whole pixels, so that no edge is blurred and tiles that are alike are so to the pixel.
  private void put(Region tile, Box box) {
    tile.resizeRelocate(
        snapPositionX(box.x()),
        snapPositionY(box.y()),
        snapSpaceX(box.width()),
        snapSpaceY(box.height()));
  }
}
