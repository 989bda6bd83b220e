/// The screen of a call: the other's picture, one's own, and the bar of controls.
@NullMarked
package dev.confab.client.ui.call;

import org.jspecify.annotations.NullMarked;
