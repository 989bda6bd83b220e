/// What the program remembers for the next time, in one small Properties file of the person's. The
/// values are immutable; reading and writing is for threads that may wait for a disk.
@NullMarked
package dev.confab.client.settings;

import org.jspecify.annotations.NullMarked;
