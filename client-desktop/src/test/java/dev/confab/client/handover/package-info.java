@NullMarked
package dev.confab.client.handover;

import org.jspecify.annotations.NullMarked;
