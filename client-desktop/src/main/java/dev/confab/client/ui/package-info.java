/// What the screens share: words, icons, pictures, device lists. Views are JavaFX nodes made in
/// code and hold no logic; view models hold properties and know no node. All of it belongs to the
/// FX thread; what comes from the engine gets there through one class in `ui.window`.
@NullMarked
package dev.confab.client.ui;

import org.jspecify.annotations.NullMarked;
