@NullMarked
package dev.confab.protocol;

import org.jspecify.annotations.NullMarked;
