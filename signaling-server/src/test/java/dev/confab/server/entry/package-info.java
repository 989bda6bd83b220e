@NullMarked
package dev.confab.server.entry;

import org.jspecify.annotations.NullMarked;
