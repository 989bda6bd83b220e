package dev.confab.client.call;

import dev.confab.protocol.ResumeToken;

/// What it takes to come back into a call that the program did not survive: where, as whom, with
/// which devices, and the session that may still hold the place. `ticket` is a secret.
public record WayBack(JoinRequest request, MediaWish media, ResumeToken ticket) {}
