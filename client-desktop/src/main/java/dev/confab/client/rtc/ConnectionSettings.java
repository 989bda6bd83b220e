package dev.confab.client.rtc;

import dev.confab.client.call.Paths;
import dev.confab.protocol.IceServer;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCIceTransportPolicy;
import dev.onvoid.webrtc.TlsCertPolicy;

/// How a connection is set up.
record ConnectionSettings(Paths paths) {

  RTCConfiguration toRtc() {
    RTCConfiguration configuration = new RTCConfiguration();
    configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
    if (paths.relayOnly()) {
      configuration.iceTransportPolicy = RTCIceTransportPolicy.RELAY;
    }
    for (IceServer server : paths.iceServers()) {
      configuration.iceServers.add(toRtc(server));
    }
    return configuration;
  }

  private static RTCIceServer toRtc(IceServer server) {
    RTCIceServer rtc = new RTCIceServer();
    rtc.urls.addAll(server.urls());
    rtc.username = server.username();
    rtc.password = server.credential();
    if (server.anyCertificate()) { // webrtc-java cannot be given a private authority to trust
      rtc.tlsCertPolicy = TlsCertPolicy.INSECURE_NO_CHECK;
    }
    return rtc;
  }
}
