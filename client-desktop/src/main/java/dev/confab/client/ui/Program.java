package dev.confab.client.ui;

import dev.confab.client.update.UpdateSource;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the window knows of the program around it. `home` is where its source is; `updates` is null
/// where the build knows of none; `openLink` shows a page in the person's browser.
public record Program(
    String version, URI home, @Nullable UpdateSource updates, Consumer<URI> openLink) {}
