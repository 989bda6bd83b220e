/// Whether this computer's place in the network has changed: another cable, another Wi-Fi, or a
/// sleep with the lid closed. Paths of a call that were made before are of no use then.
@NullMarked
package dev.confab.client.network;

import org.jspecify.annotations.NullMarked;
