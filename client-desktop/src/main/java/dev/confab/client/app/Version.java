package dev.confab.client.app;

import picocli.CommandLine.IVersionProvider;

/// What `--version` says.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"confab " + Build.ofThisProgram().version()};
  }
}
