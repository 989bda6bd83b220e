package dev.confab.server.http;

import com.sun.net.httpserver.Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a browser or a program asks: the path without its query, and the body, which is bounded.
/// `address` is that of whoever asks, as a key for limits ([AddressText#key]).
public record Request(
    String address, String method, String path, String query, Headers headers, String body) {
  public boolean isPost() {
    return method.equals("POST");
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  /// The first of this name.
  public Optional<String> cookie(String name) {
    return Stream.ofNullable(headers.get("Cookie"))
        .flatMap(lines -> lines.stream())
        .flatMap(line -> Stream.of(line.split(";")))
        .map(String::strip)
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst();
  }

  /// The fields of a form (application/x-www-form-urlencoded): none where it is not well-formed.
  public Map<String, String> form() {
    Map<String, String> fields = new HashMap<>();
    try {
      for (String pair : body.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          fields.putIfAbsent(
              decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    } catch (IllegalArgumentException e) {
      return Map.of(); // a percent sign without its two digits
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
