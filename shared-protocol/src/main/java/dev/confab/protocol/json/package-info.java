/// The JSON form of the messages: [MessageCodec] is the way in. [JsonText] alone knows which JSON
/// library is used. Everything is immutable or confined to one call: any thread.
@NullMarked
package dev.confab.protocol.json;

import org.jspecify.annotations.NullMarked;
