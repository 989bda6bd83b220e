@NullMarked
package dev.confab.bench.report;

import org.jspecify.annotations.NullMarked;
