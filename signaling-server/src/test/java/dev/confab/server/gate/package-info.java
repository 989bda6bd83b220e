/// Who may connect, without sockets and in virtual time.
@NullMarked
package dev.confab.server.gate;

import org.jspecify.annotations.NullMarked;
