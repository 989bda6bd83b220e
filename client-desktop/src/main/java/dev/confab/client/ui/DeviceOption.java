package dev.confab.client.ui;

/// One line in a list of devices: what is chosen with it, and how it is called.
public record DeviceOption<C>(C choice, String label) {
  /// What a combo box shows and a screen reader says.
  @Override
  public String toString() {
    return label;
  }
}
