package dev.confab.client.ui.members;

import dev.confab.client.ui.PanelHeader;
import dev.confab.client.ui.ScrollingPane;
import dev.confab.client.ui.Texts;
import dev.confab.protocol.PeerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The panel of the members. A row stays the same as long as its member is here, so that who comes
/// or goes takes no keyboard focus away.
public final class MembersView extends VBox {
  private final MembersViewModel model;
  private final VBox rows = new VBox();
  private final PanelHeader header;
  private final ScrollingPane scroll;

  // Oneself has no id.
  private final Map<Optional<PeerId>, MemberRow> known = new HashMap<>();
  private final Label nobody = new Label(Texts.of("members.alone"));

  /// `invitations` stand below the list: how others come here.
  public MembersView(MembersViewModel model, Node... invitations) {
    this.model = model;
    setId("members-panel");
    getStyleClass().addAll("panel", "members");
    header = new PanelHeader("members.title", "members.close", "close-members", model::toggle);
    rows.getStyleClass().add("member-rows");
    rows.setAccessibleRole(AccessibleRole.LIST_VIEW);
    rows.setAccessibleText(Texts.of("members.title"));
    nobody.getStyleClass().add("members-alone");
    nobody.setWrapText(true);
    nobody.managedProperty().bind(nobody.visibleProperty());
    RoomPane room = new RoomPane(model.room(), this::focusFirst, this::reveal);
    scroll = new ScrollingPane(new VBox(room, rows, nobody));
    scroll.getStyleClass().add("member-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox foot = new VBox(invitations);
    foot.getStyleClass().add("members-foot");
    getChildren().addAll(header, scroll, foot);
    model.membersProperty().subscribe(this::show);
  }

  private void show(List<MemberState> members) {
    List<MemberRow> next = new ArrayList<>();
    for (MemberState member : members) {
      MemberRow row =
          known.computeIfAbsent(
              Optional.ofNullable(member.peer()), _ -> new MemberRow(model, member, this::reveal));
      row.show(member);
      next.add(row);
    }
    known.values().retainAll(next);
    rows.getChildren().retainAll(next);
    next.stream().filter(row -> !rows.getChildren().contains(row)).forEach(rows.getChildren()::add);
    if (!rows.getChildren().equals(next)) {
      rows.getChildren().setAll(next);
    }
    nobody.setVisible(members.size() < 2);
  }

  private void reveal(Node node) {
    scroll.reveal(node);
  }

  /// Where the keyboard goes when it is opened.
  public void focusFirst() {
    header.closeButton().requestFocus();
  }
}
