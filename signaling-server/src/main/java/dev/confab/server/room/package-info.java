/// Who is in which room, and which session belongs to whom. Pure logic: no sockets, no threads, no
/// clock. Time is handed in, and what has to be said comes back as values. Everything here belongs
/// to one thread, whichever that is.
@NullMarked
package dev.confab.server.room;

import org.jspecify.annotations.NullMarked;
