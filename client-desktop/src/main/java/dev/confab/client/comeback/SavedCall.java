package dev.confab.client.comeback;

import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.WayBack;
import dev.confab.client.settings.MediaEntries;
import dev.confab.client.settings.Settings;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.RoomId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/// What stands in a file: the way back into a call, whose it was, and when it was last so. In
/// milliseconds.
record SavedCall(WayBack wayBack, Run run, Instant at) {

  byte[] toBytes() {
    Properties properties = new Properties();
    properties.setProperty("server", wayBack.request().server().toString());
    properties.setProperty("room", wayBack.request().room().value());
    properties.setProperty("name", wayBack.request().name().value());
    properties.setProperty("address.hidden", Boolean.toString(wayBack.request().addressHidden()));
    properties.setProperty("token", wayBack.ticket().value());
    properties.setProperty("pid", Long.toString(run.pid()));
    properties.setProperty("started", Long.toString(run.started().toEpochMilli()));
    properties.setProperty("at", Long.toString(at.toEpochMilli()));
    MediaEntries.put(properties, Settings.Media.of(wayBack.media()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      properties.store(bytes, "Confab: the way back after a crash");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // in memory
    }
    return bytes.toByteArray();
  }

  /// Empty for what is not complete: a way back is whole or none.
  static Optional<SavedCall> of(byte[] bytes) {
    Properties properties = new Properties();
    try {
      properties.load(new ByteArrayInputStream(bytes));
      JoinRequest request =
          new JoinRequest(
              ServerAddress.parse(properties.getProperty("server", "")),
              RoomId.parse(properties.getProperty("room", "")),
              DisplayName.parse(properties.getProperty("name", "")),
              flag(properties, "address.hidden"));
      ResumeToken ticket = ResumeToken.parse(properties.getProperty("token", ""));
      Run run = new Run(number(properties, "pid"), time(properties, "started"));
      WayBack wayBack = new WayBack(request, MediaEntries.of(properties).wish(), ticket);
      return Optional.of(new SavedCall(wayBack, run, time(properties, "at")));
    } catch (IOException | InvalidValueException | IllegalArgumentException rubbish) {
      return Optional.empty();
    }
  }

  private static long number(Properties properties, String key) {
    long number = Long.parseLong(properties.getProperty(key, ""));
    if (number < 0) {
      throw new NumberFormatException("negative");
    }
    return number;
  }

  /// Nothing is taken for false: whoever hides their address goes on hiding it.
  private static boolean flag(Properties properties, String key) {
    return switch (properties.getProperty(key, "")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(key);
    };
  }

  private static Instant time(Properties properties, String key) {
    return Instant.ofEpochMilli(number(properties, key));
  }
}
