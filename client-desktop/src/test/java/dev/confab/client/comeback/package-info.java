@NullMarked
package dev.confab.client.comeback;

import org.jspecify.annotations.NullMarked;
