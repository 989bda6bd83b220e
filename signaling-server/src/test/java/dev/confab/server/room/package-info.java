/// Rooms and sessions in virtual time.
@NullMarked
package dev.confab.server.room;

import org.jspecify.annotations.NullMarked;
