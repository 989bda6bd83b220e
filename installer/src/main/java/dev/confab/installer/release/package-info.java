/// What is made when a version is released. Programs of the build, not of the product.
@NullMarked
package dev.confab.installer.release;

import org.jspecify.annotations.NullMarked;
