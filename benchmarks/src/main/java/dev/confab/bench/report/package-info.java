/// The figures, for people and for programs.
@NullMarked
package dev.confab.bench.report;

import org.jspecify.annotations.NullMarked;
