package dev.confab.client.ui.window;

import dev.confab.client.call.OwnerRefusal;
import dev.confab.client.call.RemotePeer.Link;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.ui.FakeCall;
import dev.confab.client.ui.PaintedPicture;
import dev.confab.protocol.Door;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/// The scenes of [UiPreview] with several people: `three`, `six`, `speaker`, `pinned`, `members`,
/// `hand`, `reconnecting-one`, `mixed` (one upright camera, one without), `states` (all at once).
final class PreviewRoom {
  static final Set<String> SCENES =
      Set.of(
          "three",
          "six",
          "speaker",
          "pinned",
          "members",
          "hand",
          "reconnecting-one",
          "mixed",
          "states",
          "knocks",
          "owner",
          "owner-knocks",
          "owner-remove",
          "locked",
          "refused");
  private static final List<String> NAMES =
      List.of("Bea Lindqvist", "Chidi Eze", "Dana O’Connor", "Emil");
  private static final int[] WALLS = {0xb9a58c, 0x7f93a6, 0xa7b59a, 0xc2a3a0, 0x9d97b8};
  private static final int[] SHIRTS = {0x2b6f5b, 0xb8485e, 0x3f6fc4, 0xa86414, 0x6b7280};

  private final Stage stage;
  private final FakeCall call;
  private final String first;

  PreviewRoom(Stage stage, FakeCall call, String first) {
    this.stage = stage;
    this.call = call;
    this.first = first;
  }

  void play(String scene) {
    int others =
        switch (scene) {
          case "knocks", "refused", "owner-knocks" -> 2;
          case "three", "hand", "reconnecting-one", "mixed" -> scene.equals("mixed") ? 3 : 2;
          default -> 5;
        };
    for (int i = 0; i < others; i++) {
      boolean upright = scene.equals("mixed") && i == 1;
      comes(i, upright ? 9 / 16.0 : 16 / 9.0);
    }
    call.link(Link.CONNECTED);
    call.speaks(NAMES.getFirst());
    switch (scene) {
      case "pinned" -> UiPreview.after(700, this::pinSecond);
      case "members" -> {
        states();
        UiPreview.after(700, () -> UiPreview.press(stage, KeyCode.P));
      }
      case "hand" -> {
        call.raises(first, true);
        call.raiseHand(true);
      }
      case "reconnecting-one" -> call.link(first, Link.INTERRUPTED);
      case "mixed" -> call.sends(first, false, false);
      case "states" -> states();
      case "knocks" -> {
        call.room(Door.KNOCK, true, true);
        call.knocks("Gus", first, "نور الهدى بن علي", "Ida", "Jon");
      }
      case "refused" -> {
        call.room(Door.KNOCK, false, true);
        call.knocks("Gus");
        call.refuses(OwnerRefusal.NAME_TAKEN);
      }
      case "owner", "owner-knocks", "owner-remove" -> {
        call.room(scene.equals("owner") ? Door.OPEN : Door.KNOCK, true, true, first);
        if (scene.equals("owner-knocks")) {
          call.knocks("Gus", first);
        }
        UiPreview.after(700, () -> UiPreview.press(stage, KeyCode.P));
        if (scene.equals("owner-remove")) {
          UiPreview.after(1500, this::removeSecond);
        }
      }
      case "locked" -> {
        call.room(Door.LOCKED, true, false, first);
        UiPreview.after(700, () -> UiPreview.press(stage, KeyCode.P));
      }
      default -> {}
    }
  }

  private void comes(int index, double ratio) {
    LatestFrame frames = call.comes(index == 0 ? first : NAMES.get(index - 1));
    UiPreview.every(
        UiPreview.FRAME_MS,
        () -> PaintedPicture.portrait(frames, ratio, WALLS[index], SHIRTS[index]));
  }

  private void states() {
    call.sends(first, false, true);
    call.raises(NAMES.get(1), true);
    call.sends(NAMES.get(1), false, false);
    UiPreview.after(500, () -> call.link(NAMES.get(2), Link.INTERRUPTED));
    call.sends(NAMES.get(3), true, false);
    UiPreview.after(400, () -> call.link(NAMES.get(3), Link.FAILED));
    UiPreview.after(500, () -> muteFirst());
  }

  private void muteFirst() {
    call.mute(NAMES.getFirst(), true);
  }

  private void removeSecond() {
    stage.getScene().getRoot().lookupAll(".member-menu").stream()
        .map(MenuButton.class::cast)
        .skip(2)
        .findFirst()
        .ifPresent(menu -> menu.getItems().getLast().fire());
  }

  private void pinSecond() {
    Scene scene = stage.getScene();
    scene.getRoot().lookupAll(".tile-pin").stream()
        .skip(1)
        .findFirst()
        .ifPresent(pin -> ((Button) pin).fire());
  }
}
