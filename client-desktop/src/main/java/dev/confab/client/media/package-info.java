/// Pictures and sounds in plain Java: frames on their way to the screen, test pictures, tones and
/// clips. Nothing native and no JavaFX, so that the window, the headless client and the tests share
/// it.
@NullMarked
package dev.confab.client.media;

import org.jspecify.annotations.NullMarked;
