/// Who is in the call: a panel with everyone's state, and what one can do for oneself about each.
@NullMarked
package dev.confab.client.ui.members;

import org.jspecify.annotations.NullMarked;
