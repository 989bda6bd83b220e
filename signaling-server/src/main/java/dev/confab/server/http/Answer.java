package dev.confab.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What goes back to a browser or a program. Headers that every answer has are [HttpPort]'s.
public record Answer(
    int status, String type, String body, List<Map.Entry<String, String>> headers) {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String JSON = "application/json";
  private static final String HTML = "text/html; charset=utf-8";

  public Answer {
    headers = List.copyOf(headers);
  }

  public static Answer of(int status, String type, String body) {
    return new Answer(status, type, body, List.of());
  }

  public static Answer text(int status, String line) {
    return of(status, TEXT, line + "\n");
  }

  public static Answer json(String body) {
    return of(200, JSON, body);
  }

  /// Loads what lies beside it on this server, and nothing else.
  public static Answer page(int status, String html) {
    return of(status, HTML, html)
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                + " img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
  }

  /// Go there and GET it.
  public static Answer seeOther(String path) {
    return text(303, "See " + path).with("Location", path);
  }

  public Answer with(String header, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(header, value));
    return new Answer(status, type, body, more);
  }

  boolean has(String header) {
    return headers.stream().anyMatch(it -> it.getKey().equals(header));
  }
}
