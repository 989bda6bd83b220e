/// Makes what a person or a company installs: packages for the system it runs on, from what Maven
/// has built. A program of the build, not of the product.
@NullMarked
package dev.confab.installer;

import org.jspecify.annotations.NullMarked;
