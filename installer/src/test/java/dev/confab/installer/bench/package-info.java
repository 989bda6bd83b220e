/// Tests of what is arithmetic in the measuring of starts and sizes.
@NullMarked
package dev.confab.installer.bench;

import org.jspecify.annotations.NullMarked;
