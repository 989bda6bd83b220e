package dev.confab.server.room;

import dev.confab.protocol.ClientMessage.Hello;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.PeerId;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// One client, over all the sockets that it comes with.
///
/// A client that comes back gets a new token, and may lose that socket before the token has
/// arrived. The token that it came with is therefore good until something is heard from it that it
/// can only have said after the `welcome`; then it is dead.
final class Session {
  /// What may come for one session in a moment, in bytes, without its being slow.
  private static final int AT_ONCE = 64 * 1024;

  private final String id;
  private final DisplayName name;
  private final Replay replay;
  private TokenHash token;
  private @Nullable TokenHash usedToken;
  private long lastId;
  private @Nullable PeerId place;
  private @Nullable PeerId doorstep;
  private @Nullable Asked asked;
  private @Nullable Shares waiting;
  private Link link;
  private long heardAt;
  private long credentialsAt;

  /// Whether there is a socket at the moment.
  sealed interface Link {
    record Up(ConnectionId connection) implements Link {}

    /// Since when, in ms.
    record Down(long since) implements Link {}
  }

  /// `hello` is what began it; its id is the first that counts.
  Session(String id, Hello hello, TokenHash token, ConnectionId connection, Tally kept) {
    this.replay = new Replay(kept);
    this.id = id;
    this.name = hello.name();
    this.lastId = hello.id();
    this.token = token;
    this.link = new Link.Up(connection);
  }

  String id() {
    return id;
  }

  DisplayName name() {
    return name;
  }

  Replay replay() {
    return replay;
  }

  Link link() {
    return link;
  }

  /// How many bytes its socket has not taken. None while it keeps up: a little is then about to be
  /// written in this very moment.
  int unsent(ToIntFunction<ConnectionId> unsent) {
    int bytes =
        link instanceof Link.Up(ConnectionId connection) ? unsent.applyAsInt(connection) : 0;
    return waiting != null || bytes > AT_ONCE ? bytes : 0;
  }

  void link(Link newLink) {
    link = newLink;
  }

  TokenHash token() {
    return token;
  }

  /// The token that the client last came back with, while it is still good.
  @Nullable TokenHash usedToken() {
    return usedToken;
  }

  void resumedWith(TokenHash used, TokenHash next) {
    usedToken = used;
    token = next;
  }

  void forgetUsedToken() {
    usedToken = null;
  }

  /// The client's place in a room; null while it is in none. Each join gives a new id, so that a
  /// late signal to an earlier one reaches nobody.
  @Nullable PeerId place() {
    return place;
  }

  void place(@Nullable PeerId newPlace) {
    place = newPlace;
  }

  /// The place that it knocks for; null while it waits at no door.
  @Nullable PeerId doorstep() {
    return doorstep;
  }

  void doorstep(@Nullable PeerId newDoorstep) {
    doorstep = newDoorstep;
  }

  /// The request that is being looked at.
  @Nullable Asked asked() {
    return asked;
  }

  void asked(@Nullable Asked newAsked) {
    asked = newAsked;
  }

  /// When it last said something, in ms.
  long heardAt() {
    return heardAt;
  }

  void heard(long now) {
    heardAt = now;
  }

  /// When it was last told of ICE servers, in ms.
  long credentialsAt() {
    return credentialsAt;
  }

  void renewed(long now) {
    credentialsAt = now;
  }

  void welcomed(long now) {
    heardAt = now;
    credentialsAt = now;
  }

  /// What it is told waits from now on, and so is counted by who says it.
  void fallsBehind() {
    if (waiting == null) {
      waiting = new Shares();
    }
  }

  void catchesUp() {
    waiting = null;
  }

  /// Of what waits for a client; null while it keeps up.
  @Nullable Shares waiting() {
    return waiting;
  }

  long lastId() {
    return lastId;
  }

  /// False for a message that arrived before, and was sent again by a client that could not know.
  boolean isNew(long messageId) {
    return messageId > lastId;
  }

  void arrived(long messageId) {
    lastId = Math.max(lastId, messageId);
  }
}
