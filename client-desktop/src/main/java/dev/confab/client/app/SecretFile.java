package dev.confab.client.app;

import dev.confab.protocol.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A secret in a file of its own: its first line, in UTF-8. What is wrong with it is said without a
/// word of it.
final class SecretFile {
  private static final int MAX_BYTES = 16_384;

  private SecretFile() {}

  static String firstLine(Path file) throws InvalidValueException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new InvalidValueException(file + " is too large.");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.lines().findFirst().orElse("");
    } catch (CharacterCodingException e) {
      throw new InvalidValueException(file + " is not text in UTF-8.");
    } catch (IOException e) {
      throw new InvalidValueException(file + " cannot be read.");
    }
  }
}
