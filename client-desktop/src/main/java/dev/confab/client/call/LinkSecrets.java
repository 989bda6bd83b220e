package dev.confab.client.call;

import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomPassword;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What follows the `#` of a link: `password=…` and `invitation=…`, joined by `&`, each value in
/// UTF-8 with percent-encoding (RFC 3986, section 2.1; `+` is itself). Other names are left for
/// later versions, and what cannot be read is as good as not there: the room then asks for it. Of
/// several with one name the first counts.
record LinkSecrets(@Nullable RoomPassword password, @Nullable InvitationToken invitation) {
  private static final String PASSWORD = "password";
  private static final String INVITATION = "invitation";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  static LinkSecrets read(String fragment) {
    RoomPassword password = null;
    InvitationToken invitation = null;
    for (String pair : fragment.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? "" : pair.substring(0, equals);
      try {
        if (name.equals(PASSWORD) && password == null) {
          password = RoomPassword.parse(decode(pair.substring(equals + 1)));
        } else if (name.equals(INVITATION) && invitation == null) {
          invitation = InvitationToken.parse(decode(pair.substring(equals + 1)));
        }
      } catch (InvalidValueException | CharacterCodingException unreadable) {
        // as good as not there
      }
    }
    return new LinkSecrets(password, invitation);
  }

  /// Empty, or with its `#`.
  String fragment() {
    List<String> pairs = new ArrayList<>();
    if (password != null) {
      pairs.add(PASSWORD + "=" + encode(password.value()));
    }
    if (invitation != null) {
      pairs.add(INVITATION + "=" + encode(invitation.value()));
    }
    return pairs.isEmpty() ? "" : "#" + String.join("&", pairs);
  }

  private static String encode(String value) {
    StringBuilder text = new StringBuilder();
    for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(each) >= 0) {
        text.append((char) each);
      } else {
        text.append('%').append(HEX.toHexDigits(each));
      }
    }
    return text.toString();
  }

  private static String decode(String text) throws CharacterCodingException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (c != '%') {
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c);
      } else if (i + 2 < text.length() && isHex(text, i + 1)) {
        bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 3;
      } else {
        throw new CharacterCodingException();
      }
    }
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes.toByteArray()))
        .toString();
  }

  private static boolean isHex(String text, int from) {
    return HexFormat.isHexDigit(text.charAt(from)) && HexFormat.isHexDigit(text.charAt(from + 1));
  }
}
