/// The chat beside the call. What others write is text and nothing but text.
@NullMarked
package dev.confab.client.ui.chat;

import org.jspecify.annotations.NullMarked;
