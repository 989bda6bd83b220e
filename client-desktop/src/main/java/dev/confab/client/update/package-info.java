/// Whether there is a newer version of Confab. A build that was not told where to ask knows of no
/// updates and asks nobody. What is answered is signed, and no word of it is believed before the
/// signature is checked. `docs/updates.md` says how.
@NullMarked
package dev.confab.client.update;

import org.jspecify.annotations.NullMarked;
