/// How large what is installed is, and how soon its lobby is there: `./confab bench start`, the
/// figures of docs/performance.md. Beside Chromium, which a call in a browser would start.
@NullMarked
package dev.confab.installer.bench;

import org.jspecify.annotations.NullMarked;
