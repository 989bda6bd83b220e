/// The only package that knows webrtc-java: connections, tracks, devices, frames. All of it belongs
/// to the call thread; native callbacks only post. What its calls do to a process is written in
/// `docs/webrtc-java.md`.
@NullMarked
package dev.confab.client.rtc;

import org.jspecify.annotations.NullMarked;
