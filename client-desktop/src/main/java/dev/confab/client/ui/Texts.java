package dev.confab.client.ui;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// The words a person reads: `messages.properties`, and its translations beside it.
public final class Texts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("dev.confab.client.ui.messages");

  private Texts() {}

  public static String of(String key) {
    return BUNDLE.getString(key);
  }

  /// With `{0}`, `{1}` … filled in, as [MessageFormat] does it.
  public static String of(String key, Object... values) {
    return new MessageFormat(BUNDLE.getString(key), BUNDLE.getLocale()).format(values);
  }
}
