/// The real server over real sockets.
@NullMarked
package dev.confab.server;

import org.jspecify.annotations.NullMarked;
