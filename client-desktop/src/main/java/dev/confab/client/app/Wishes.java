package dev.confab.client.app;

import dev.confab.client.call.Admission;
import dev.confab.client.call.ConfabLink;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.MediaWish;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.WayBack;
import dev.confab.client.settings.Settings;
import dev.confab.client.ui.lobby.LobbyDefaults;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.RoomId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is wished for at the start: a call to go back to goes before the command line, that before
/// the link, and both before what is remembered. `left` is the call that a crash ended.
record Wishes(Options options, Settings remembered, @Nullable WayBack left) {

  /// The call to go back to at once.
  Optional<WayBack> back() {
    return options.rejoin ? Optional.ofNullable(left) : Optional.empty();
  }

  /// The call to offer the way back into.
  Optional<WayBack> offer() {
    return options.rejoin ? Optional.empty() : Optional.ofNullable(left);
  }

  /// What a test picture is coloured by.
  String patternName() {
    DisplayName name = back().map(it -> it.request().name()).orElse(options.name);
    return name == null ? "" : name.value();
  }

  MediaWish media() {
    return back().map(WayBack::media).orElseGet(this::chosenMedia);
  }

  private MediaWish chosenMedia() {
    MediaWish wish = remembered.media().wish();
    if (options.camera != null) {
      wish = wish.withCamera(options.camera).withCameraOff(false);
    }
    if (options.microphone != null) {
      wish = wish.withMicrophone(options.microphone).withMicrophoneMuted(false);
    }
    if (options.speaker != null) {
      wish = wish.withSpeaker(options.speaker);
    }
    return wish;
  }

  LobbyDefaults lobby() {
    LobbyDefaults defaults = LobbyDefaults.of(remembered.lobby());
    if (back().isPresent()) {
      return LobbyDefaults.of(back().get().request());
    }
    return new LobbyDefaults(
        options.name == null ? defaults.name() : options.name.value(),
        room() instanceof RoomId room ? room.value() : defaults.room(),
        server() instanceof ServerAddress server ? server.toString() : defaults.server(),
        addressHidden(),
        admission());
  }

  /// Complete only where the command line, with the link, says everything.
  Optional<JoinRequest> join() {
    return server() instanceof ServerAddress server
            && room() instanceof RoomId room
            && options.name instanceof DisplayName name
        ? Optional.of(new JoinRequest(server, room, name, addressHidden(), admission()))
        : Optional.empty();
  }

  /// What a link brings is for its own room alone.
  private Admission admission() {
    boolean linked = options.server == null && options.room == null && options.link != null;
    Admission link = linked && options.link != null ? options.link.admission() : Admission.NONE;
    return new Admission(
        options.password == null ? link.password() : options.password,
        options.invitation == null ? link.invitation() : options.invitation,
        false);
  }

  private boolean addressHidden() {
    return options.relayOnly || remembered.lobby().addressHidden();
  }

  private @Nullable ServerAddress server() {
    return options.server != null
        ? options.server
        : options.link instanceof ConfabLink link ? link.server() : null;
  }

  private @Nullable RoomId room() {
    return options.room != null
        ? options.room
        : options.link instanceof ConfabLink link ? link.room() : null;
  }
}
