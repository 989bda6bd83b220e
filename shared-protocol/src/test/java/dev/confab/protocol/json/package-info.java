@NullMarked
package dev.confab.protocol.json;

import org.jspecify.annotations.NullMarked;
