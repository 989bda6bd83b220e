package dev.confab.client.call;

import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/// Does what [CallReducer] wants done: by the server, by the media side, in the window. Call
/// thread.
final class Performer {
  private final CallThread thread;
  private final Signaling signaling;
  private final Media media;
  private final CallObserver observer;
  private final Consumer<CallEvent> mailbox;
  private final ObjLongConsumer<CallEffect.OwnerRequest> requested;

  /// `requested` is told the id of what an owner has asked the server for, before its answer can
  /// come.
  Performer(
      CallThread thread,
      Signaling signaling,
      Media media,
      CallObserver observer,
      Consumer<CallEvent> mailbox,
      ObjLongConsumer<CallEffect.OwnerRequest> requested) {
    this.thread = thread;
    this.signaling = signaling;
    this.media = media;
    this.observer = observer;
    this.mailbox = mailbox;
    this.requested = requested;
  }

  void perform(CallEffect effect) {
    switch (effect) {
      case CallEffect.OpenSignaling open ->
          signaling.connect(
              open.server(),
              open.name(),
              open.ticket(),
              new SessionEvents(open.attempt(), mailbox));
      case CallEffect.CloseSignaling close -> signaling.close();
      case CallEffect.RenewSignaling renew -> signaling.renew();
      case CallEffect.OwnerRequest request -> requested.accept(request, signaling.send(request));
      case CallEffect.ToServer message -> signaling.send(message);
      case CallEffect.ApplyMedia apply -> media.apply(apply.wish());
      case CallEffect.OpenPeer open ->
          media.openPeer(open.key(), open.paths(), open.frames(), open.offers());
      case CallEffect.RenewPaths renew -> media.renewPaths(renew.key(), renew.paths());
      case CallEffect.MakeOffer make ->
          media.makeOffer(make.key(), make.negotiation(), make.iceRestart());
      case CallEffect.TakeOffer take -> media.takeOffer(take.key(), take.offer());
      case CallEffect.TakeAnswer take -> media.takeAnswer(take.key(), take.answer());
      case CallEffect.TakeCandidate take -> media.takeCandidate(take.key(), take.candidate());
      case CallEffect.SendOnChannel send -> media.send(send.key(), send.message());
      case CallEffect.LimitPicture limit -> media.limitPicture(limit.key(), limit.size());
      case CallEffect.HearPeer hear -> media.hearPeer(hear.key(), hear.heard());
      case CallEffect.ClosePeer close -> media.closePeer(close.key());
      case CallEffect.ShowChat show -> observer.onChat(show.entry());
      case CallEffect.TellCallStarted started -> observer.onCallStarted();
      case CallEffect.After after ->
          thread.after(after.delay().toMillis(), () -> mailbox.accept(after.event()));
    }
  }
}
