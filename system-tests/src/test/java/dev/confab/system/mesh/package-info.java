/// Calls of several people in one process: real engines, the real server, painted pictures.
@NullMarked
package dev.confab.system.mesh;

import org.jspecify.annotations.NullMarked;
