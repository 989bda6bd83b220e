@NullMarked
package dev.confab.server.metrics;

import org.jspecify.annotations.NullMarked;
