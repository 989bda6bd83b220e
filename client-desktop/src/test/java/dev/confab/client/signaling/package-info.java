@NullMarked
package dev.confab.client.signaling;

import org.jspecify.annotations.NullMarked;
