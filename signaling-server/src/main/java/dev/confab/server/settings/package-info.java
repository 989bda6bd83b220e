/// What the server is told by flags, by the environment and by its configuration file, and how one
/// configuration comes of it. Runs once, on the main thread, before anything listens.
@NullMarked
package dev.confab.server.settings;

import org.jspecify.annotations.NullMarked;
