/// Tests of what is made when a version is released.
@NullMarked
package dev.confab.installer.release;

import org.jspecify.annotations.NullMarked;
