package dev.confab.client.ui.chat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A piece of a chat message: plain text, or a link as it was written.
record TextSpan(String text, @Nullable URI link) {
  // A message may be 64 KiB of the shortest links; each is a node of its own.
  private static final int MAX_LINKS = 50;
  private static final Pattern LINK =
      Pattern.compile("\\bhttps?://[^\\s<>\"\\p{Cntrl}]{1,2000}", Pattern.CASE_INSENSITIVE);
  private static final String NOT_AT_THE_END = ".,;:!?'\"…";

  /// The spans of a message, which together are the message. Only `http` and `https` become links,
  /// and none that hides its host behind a user's name.
  static List<TextSpan> of(String message) {
    List<TextSpan> spans = new ArrayList<>();
    Matcher matcher = LINK.matcher(message);
    int done = 0;
    int links = 0;
    while (links < MAX_LINKS && matcher.find()) {
      String text = withoutPunctuation(matcher.group());
      Optional<URI> uri = uri(text);
      if (uri.isPresent()) {
        if (matcher.start() > done) {
          spans.add(new TextSpan(message.substring(done, matcher.start()), null));
        }
        spans.add(new TextSpan(text, uri.get()));
        done = matcher.start() + text.length();
        links++;
      }
    }
    if (done < message.length()) {
      spans.add(new TextSpan(message.substring(done), null));
    }
    return List.copyOf(spans);
  }

  // "(see https://example.org/)." is not part of the link; "https://example.org/a_(b)" is.
  private static String withoutPunctuation(String link) {
    int end = link.length();
    while (end > 0 && isPunctuation(link, end)) {
      end--;
    }
    return link.substring(0, end);
  }

  private static boolean isPunctuation(String link, int end) {
    char last = link.charAt(end - 1);
    return NOT_AT_THE_END.indexOf(last) >= 0
        || (last == ')' && !link.substring(0, end).contains("("))
        || (last == ']' && !link.substring(0, end).contains("["));
  }

  private static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null && uri.getRawUserInfo() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
