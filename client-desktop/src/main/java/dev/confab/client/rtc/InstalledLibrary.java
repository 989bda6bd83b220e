package dev.confab.client.rtc;

import dev.onvoid.webrtc.internal.NativeLoader;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The native part of webrtc-java where an installer has put it, which `-Dconfab.webrtc=FILE` says.
/// Left to itself, webrtc-java 0.14.0 unpacks its 23 MB from a jar into the temporary folder at
/// every start; where nothing may be run from there, it cannot, and Windows does not let it take
/// them away.
///
/// Its loader loads nothing that stands in its private set of what is loaded. A later one without
/// that set fails here, at the first start of an installed program.
final class InstalledLibrary {
  private static final String NAME = "webrtc-java";
  private static final String LOADED = "LOADED_LIB_SET";

  private InstalledLibrary() {}

  /// Before anything of webrtc-java is touched; nothing happens a second time, or where nothing is
  /// installed.
  static void load() {
    load(System.getProperty("confab.webrtc"));
  }

  @SuppressWarnings("restricted") // the app is started with --enable-native-access
  static void load(@Nullable String file) {
    if (file != null && !loaded().contains(NAME)) {
      System.load(Path.of(file).toAbsolutePath().toString());
      loaded().add(NAME);
    }
  }

  @SuppressWarnings("unchecked")
  private static Set<String> loaded() {
    try {
      return (Set<String>)
          MethodHandles.privateLookupIn(NativeLoader.class, MethodHandles.lookup())
              .findStaticVarHandle(NativeLoader.class, LOADED, Set.class)
              .get();
    } catch (ReflectiveOperationException e) {
      throw new UnsatisfiedLinkError("webrtc-java keeps what it has loaded elsewhere now: " + e);
    }
  }
}
