@NullMarked
package dev.confab.client.call;

import org.jspecify.annotations.NullMarked;
