package dev.confab.client.ui;

import org.kordamp.ikonli.Ikon;

/// How a control looks and what it says of itself in one of its states. `tooltip` names what a
/// click does and its shortcut; `accessibleText` names the control and its state.
public record ControlFace(Icon icon, String tooltip, String accessibleText, Look look) {
  public enum Look {
    PLAIN,
    /// What it controls is off: seen at a glance.
    OFF,
    /// It cannot do what is wished.
    TROUBLE,
    /// What it opens is open, what it raises is raised.
    OPEN
  }

  public ControlFace withState(String newAccessibleText) {
    return new ControlFace(icon, tooltip, newAccessibleText, look);
  }

  /// The words are `control.KEY.tooltip` and `control.KEY.state`.
  public static ControlFace of(Ikon icon, String key, Look look) {
    return of(new Icon.Glyph(icon), key, look);
  }

  public static ControlFace of(Icon icon, String key, Look look) {
    return new ControlFace(
        icon, Texts.of("control." + key + ".tooltip"), Texts.of("control." + key + ".state"), look);
  }
}
