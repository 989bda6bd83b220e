package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningTest {
  private static final Path MSI = Path.of("Confab.msi");
  private static final Path DMG = Path.of("Confab.dmg");
  private static final Path PKG = Path.of("Confab.pkg");

  @Test
  void withoutAKeyNothingIsSignedAndThatIsSaid() {
    Signing windows = new Signing(Os.WINDOWS, Map.of(Signing.CERTIFICATE, ""));
    Signing macOs = new Signing(Os.MACOS, Map.of(Signing.NOTARY, "confab"));

    assertThat(windows.isPossible()).isFalse();
    assertThat(windows.afterPackaging(MSI)).isEmpty();
    assertThat(windows.leftOut())
        .containsExactly("Nothing is signed: CONFAB_WINDOWS_CERTIFICATE_SHA1 is not set.");
    assertThat(macOs.isPossible()).isFalse();
    assertThat(macOs.jpackage()).isEmpty();
    assertThat(macOs.afterPackaging(DMG)).isEmpty();
    assertThat(macOs.leftOut())
        .containsExactly("Nothing is signed: CONFAB_MAC_SIGNING_IDENTITY is not set.");
  }

  @Test
  void aKeyOfTheOtherSystemIsNone() {
    assertThat(new Signing(Os.WINDOWS, Map.of(Signing.IDENTITY, "Anna")).isPossible()).isFalse();
    assertThat(new Signing(Os.MACOS, Map.of(Signing.CERTIFICATE, "AB12")).isPossible()).isFalse();
  }

  @Test
  void onWindowsTheCertificateIsTakenByItsThumbprint() {
    Signing signing = new Signing(Os.WINDOWS, Map.of(Signing.CERTIFICATE, "AB12"));

    assertThat(signing.afterPackaging(MSI))
        .containsExactly(
            List.of(
                "signtool",
                "sign",
                "/sha1",
                "AB12",
                "/fd",
                "SHA256",
                "/d",
                "Confab",
                "Confab.msi"));
    assertThat(signing.jpackage()).isEmpty();
    assertThat(signing.leftOut()).singleElement().asString().contains(Signing.TIMESTAMPS);
  }

  @Test
  void onWindowsATimeIsAskedForWhereItIsSaidWho() {
    Signing signing =
        new Signing(
            Os.WINDOWS,
            Map.of(Signing.CERTIFICATE, "AB12", Signing.TIMESTAMPS, "http://time.example"));

    assertThat(signing.signtool(MSI))
        .containsSubsequence("/tr", "http://time.example", "/td", "SHA256", "Confab.msi");
    assertThat(signing.leftOut()).isEmpty();
  }

  @Test
  void onMacOsJpackageSignsAndNothingIsNotarisedWithoutAProfile() {
    Signing signing = new Signing(Os.MACOS, Map.of(Signing.IDENTITY, "Anna (T1)"));

    assertThat(signing.jpackage())
        .containsExactly("--mac-sign", "--mac-signing-key-user-name", "Anna (T1)");
    assertThat(signing.afterPackaging(PKG)).isEmpty();
    assertThat(signing.afterPackaging(DMG))
        .containsExactly(
            List.of(
                "codesign",
                "--timestamp",
                "--sign",
                "Developer ID Application: Anna (T1)",
                "Confab.dmg"));
    assertThat(signing.leftOut()).singleElement().asString().contains(Signing.NOTARY);
  }

  @Test
  void onMacOsPackagesAreNotarisedThenStapledWithTheKeysOfTheKeychain() {
    Signing signing =
        new Signing(
            Os.MACOS,
            Map.of(Signing.IDENTITY, "Anna", Signing.KEYCHAIN, "k", Signing.NOTARY, "confab"));

    assertThat(signing.jpackage()).endsWith("--mac-signing-keychain", "k");
    assertThat(signing.afterPackaging(PKG))
        .containsExactly(
            List.of(
                "xcrun",
                "notarytool",
                "submit",
                "Confab.pkg",
                "--keychain-profile",
                "confab",
                "--keychain",
                "k",
                "--wait"),
            List.of("xcrun", "stapler", "staple", "Confab.pkg"));
    assertThat(signing.afterPackaging(DMG)).hasSize(3);
    assertThat(signing.afterPackaging(DMG).getFirst())
        .containsSubsequence("codesign", "--keychain", "k");
    assertThat(signing.leftOut()).isEmpty();
  }
}
