/// How one talks to each of the servers that are compared.
@NullMarked
package dev.confab.bench.dialect;

import org.jspecify.annotations.NullMarked;
