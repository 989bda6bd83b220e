package dev.confab.server;

import dev.confab.server.ServerConfig.TlsFiles;
import dev.confab.server.net.PemException;
import dev.confab.server.net.PemIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What shows when a configuration meets the machine that it is for: its addresses, its files and
/// its clock. A sentence each.
record Findings(List<String> problems, List<String> warnings) {
  /// Let's Encrypt's renew 30 days before; with less than this left, that has gone wrong.
  private static final Duration SOON = Duration.ofDays(14);

  static Findings of(ServerConfig config, Instant now) {
    Findings findings = new Findings(new ArrayList<>(), new ArrayList<>());
    findings.lookAtAddress(config.bind());
    HttpSettings http = config.http();
    if (http != null) {
      findings.lookAtAddress(http.bind());
    }
    Ports.clash(config).ifPresent(findings.problems::add);
    Ports.here().withoutRight(config).forEach(findings.warnings::add);
    TlsFiles tls = config.tls();
    if (tls != null) {
      findings.lookAtCertificate(tls, now);
    }
    return findings;
  }

  private void lookAtAddress(String bind) {
    try {
      InetAddress address = InetAddress.getByName(bind); // asks nobody where it is a number
      if (!Ports.isHere(address)) {
        problems.add(
            "The address "
                + bind
                + " to listen on is not one of this machine's. `ip address` lists them.");
      }
    } catch (UnknownHostException e) {
      problems.add("There is no address " + bind + " to listen on.");
    } catch (IOException e) {
      warnings.add("This machine does not say which addresses it has.");
    }
  }

  private void lookAtCertificate(TlsFiles files, Instant now) {
    try {
      PemIdentity identity = PemIdentity.load(files.certificates(), files.key());
      Instant end = identity.notAfter();
      String certificate = "The certificate in " + files.certificates();
      if (now.isBefore(identity.notBefore())) {
        problems.add("%s is valid only from %s on.".formatted(certificate, identity.notBefore()));
      } else if (now.isAfter(end)) {
        problems.add(
            "%s has expired on %s: no client trusts it. Renew it.".formatted(certificate, end));
      } else if (now.plus(SOON).isAfter(end)) {
        warnings.add("%s expires on %s. Renew it.".formatted(certificate, end));
      }
    } catch (PemException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }
}
