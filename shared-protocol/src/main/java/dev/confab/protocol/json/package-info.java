/// The JSON form of the messages. Only this package knows which JSON library is used.
@NullMarked
package dev.confab.protocol.json;

import org.jspecify.annotations.NullMarked;
