/// What takes its time on the way into a room: the hashes of passwords, and the signatures of
/// invitations. Off the thread of the rooms; libraries for both are known here alone.
@NullMarked
package dev.confab.server.entry;

import org.jspecify.annotations.NullMarked;
