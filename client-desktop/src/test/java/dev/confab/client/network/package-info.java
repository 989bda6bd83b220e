/// Tests of what counts as another network.
@NullMarked
package dev.confab.client.network;

import org.jspecify.annotations.NullMarked;
