/// Who may connect: from which address a client really comes, which web pages may, and how many and
/// how fast. No sockets; the time is told.
@NullMarked
package dev.confab.server.gate;

import org.jspecify.annotations.NullMarked;
