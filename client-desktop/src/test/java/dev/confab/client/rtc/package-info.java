@NullMarked
package dev.confab.client.rtc;

import org.jspecify.annotations.NullMarked;
