package dev.confab.client.rtc;

import dev.confab.protocol.IceServer;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import java.util.List;

/// How a connection is set up.
record ConnectionSettings(List<IceServer> iceServers) {

  RTCConfiguration toRtc() {
    RTCConfiguration configuration = new RTCConfiguration();
    configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
    for (IceServer server : iceServers) {
      RTCIceServer rtc = new RTCIceServer();
      rtc.urls.addAll(server.urls());
      rtc.username = server.username();
      rtc.password = server.credential();
      configuration.iceServers.add(rtc);
    }
    return configuration;
  }
}
