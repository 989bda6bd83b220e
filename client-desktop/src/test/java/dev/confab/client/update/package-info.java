/// Tests of what is believed about updates, and when it is asked.
@NullMarked
package dev.confab.client.update;

import org.jspecify.annotations.NullMarked;
