/// The pages for a browser: what goes on in the server, and, for admins, a way to end it. Runs on
/// the threads of [dev.confab.server.http]; what it shows is a snapshot that the rooms' thread
/// made. Everything a client sent is text here and never markup: it leaves the server as JSON, and
/// the page puts it into text nodes.
@NullMarked
package dev.confab.server.dashboard;

import org.jspecify.annotations.NullMarked;
