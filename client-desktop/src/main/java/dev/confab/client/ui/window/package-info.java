/// The window itself, and the one bridge from the engine's thread to the FX thread.
///
/// To wire it, on the FX thread: make a [UiCallObserver], give it to the engine as its observer,
/// make a [ConfabWindow] with the engine and that observer, and call [ConfabWindow#show]. The
/// engine starts with the devices of the settings; what a person chooses later the window stores
/// itself.
@NullMarked
package dev.confab.client.ui.window;

import org.jspecify.annotations.NullMarked;
