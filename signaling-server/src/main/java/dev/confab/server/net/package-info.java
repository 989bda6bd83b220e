/// Sockets, and the one thread that owns the rooms. The library's threads check and decode what
/// arrives ([Intake]) and post it; the thread of [RoomLoop] decides and writes; the library's
/// selector moves the bytes. Nobody waits for anybody.
@NullMarked
package dev.confab.server.net;

import org.jspecify.annotations.NullMarked;
