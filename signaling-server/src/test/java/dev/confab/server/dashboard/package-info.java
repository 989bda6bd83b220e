@NullMarked
package dev.confab.server.dashboard;

import org.jspecify.annotations.NullMarked;
