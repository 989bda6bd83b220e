/// A link that is clicked while a window is open goes to that window: the process that is started
/// for the link hands it over and ends. They meet in a folder of the person's own.
///
/// What arrives is input from outside all the same: one line of bounded length, in bounded time,
/// that is a link or nothing. It can fill the lobby's fields in; it never joins.
@NullMarked
package dev.confab.client.handover;

import org.jspecify.annotations.NullMarked;
