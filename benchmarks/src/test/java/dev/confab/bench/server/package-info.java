@NullMarked
package dev.confab.bench.server;

import org.jspecify.annotations.NullMarked;
