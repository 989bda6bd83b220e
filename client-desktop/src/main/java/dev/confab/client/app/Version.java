package dev.confab.client.app;

import picocli.CommandLine.IVersionProvider;

/// As the jar says.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"confab " + (version == null ? "(development)" : version)};
  }
}
