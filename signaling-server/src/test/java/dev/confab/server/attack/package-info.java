/// People who mean harm, and what must come of it. One process is attacked by all of them at once;
/// each comes from addresses of its own, out of 127.0.0.0/8, so that what is limited by address
/// bites them and not the two who behave.
@NullMarked
package dev.confab.server.attack;

import org.jspecify.annotations.NullMarked;
