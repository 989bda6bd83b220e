package dev.confab.server.http;

/// Answers the requests for one path, on a thread of its own, which may wait a little.
@FunctionalInterface
public interface Handler {
  Answer answer(Request request) throws InterruptedException;
}
