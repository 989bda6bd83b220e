/// The port for those who run the server: health, metrics, and what else is put on it. It is the
/// JDK's own server with every one of its bounds set, on virtual threads of its own: it asks the
/// rooms' thread for a snapshot now and then, and shares nothing else with the path of messages.
@NullMarked
package dev.confab.server.http;

import org.jspecify.annotations.NullMarked;
