package dev.confab.protocol.json;

import dev.confab.protocol.ErrorCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Input that is not a message of the protocol. Its text is fit for people and repeats nothing of
/// the input.
public final class ProtocolException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final @Nullable Long re;

  /// `re` is the id of the request, where it could be read.
  public ProtocolException(ErrorCode code, @Nullable Long re, String message) {
    super(message);
    this.code = code;
    this.re = re;
  }

  /// Never null.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  public ErrorCode code() {
    return code;
  }

  public @Nullable Long re() {
    return re;
  }
}
