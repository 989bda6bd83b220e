package dev.confab.client.rtc;

import dev.confab.client.call.CallEvent;
import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// One asynchronous step of a negotiation: its callbacks post what comes next to the call thread,
/// where it is dropped if the connection has been closed meanwhile. `afterFailure` is run there
/// when the step has failed, and that has been posted.
record Description(
    RtcPeer peer, Executor callThread, long negotiation, String step, Runnable afterFailure) {

  CreateSessionDescriptionObserver creating(Consumer<RTCSessionDescription> then) {
    return new CreateSessionDescriptionObserver() {
      @Override
      public void onSuccess(RTCSessionDescription description) {
        next(() -> then.accept(description));
      }

      @Override
      public void onFailure(String error) {
        failed(error);
      }
    };
  }

  SetSessionDescriptionObserver setting(Runnable then) {
    return new SetSessionDescriptionObserver() {
      @Override
      public void onSuccess() {
        next(then);
      }

      @Override
      public void onFailure(String error) {
        failed(error);
      }
    };
  }

  void failed(String error) {
    next(
        () -> {
          peer.post(new CallEvent.NegotiationFailed(peer.key(), negotiation, step + ": " + error));
          afterFailure.run();
        });
  }

  private void next(Runnable task) {
    CallbackGuard.run(
        step,
        () ->
            callThread.execute(
                () -> {
                  if (!peer.closed()) {
                    task.run();
                  }
                }));
  }
}
