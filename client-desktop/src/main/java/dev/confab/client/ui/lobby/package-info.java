/// The screen before a call: who one is, where to go, and whether the devices work.
@NullMarked
package dev.confab.client.ui.lobby;

import org.jspecify.annotations.NullMarked;
