/// The servers that are compared, as processes: started as they are run, and ended by their ids.
@NullMarked
package dev.confab.bench.server;

import org.jspecify.annotations.NullMarked;
