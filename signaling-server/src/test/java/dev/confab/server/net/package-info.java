/// The parts between sockets and rooms, one by one.
@NullMarked
package dev.confab.server.net;

import org.jspecify.annotations.NullMarked;
