/// What the server is told, without a process.
@NullMarked
package dev.confab.server.settings;

import org.jspecify.annotations.NullMarked;
