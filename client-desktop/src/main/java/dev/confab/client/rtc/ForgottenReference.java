package dev.confab.client.rtc;

import dev.onvoid.webrtc.internal.NativeObject;
import dev.onvoid.webrtc.internal.RefCountedObject;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A reference to a native object that webrtc-java 0.14.0 takes and never gives back: to a
/// connection, whose `close()` only forgets its address, to its senders, and to its data channel.
/// Without it they stay for ever, and with them the threads of the factory's sound. Call thread
/// alone.
///
/// All of them begin with WebRTC's `RefCountInterface`, and the library can release any of those by
/// its address, which it keeps in a private field. A later library without that field leaks.
final class ForgottenReference extends RefCountedObject {
  private static final Logger LOG = LoggerFactory.getLogger(ForgottenReference.class);
  private static final @Nullable VarHandle ADDRESS = address();

  private boolean held;

  private ForgottenReference(NativeObject object) {
    if (ADDRESS != null) {
      ADDRESS.set(this, (long) ADDRESS.get(object));
      held = true;
    }
  }

  /// To be taken while the object is open: closing it clears the address.
  static ForgottenReference of(NativeObject object) {
    return new ForgottenReference(object);
  }

  private static @Nullable VarHandle address() {
    try {
      return MethodHandles.privateLookupIn(NativeObject.class, MethodHandles.lookup())
          .findVarHandle(NativeObject.class, "nativeHandle", long.class);
    } catch (ReflectiveOperationException e) {
      LOG.warn("This webrtc-java keeps its addresses elsewhere; closed connections will leak", e);
      return null;
    }
  }

  /// When the object has been closed and nobody will use it any more. Once.
  void giveBack() {
    if (held) {
      held = false;
      release();
    }
  }
}
