package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OsTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, LINUX",
    "Windows 11, WINDOWS",
    "Windows Server 2025, WINDOWS",
    "Mac OS X, MACOS",
    "Darwin, LINUX"
  })
  void aSystemIsKnownByTheNameThatJavaGivesIt(String name, Os os) {
    assertThat(Os.of(name)).isEqualTo(os);
  }

  @ParameterizedTest
  @CsvSource({
    "LINUX, libwebrtc-java.so, java, linux",
    "WINDOWS, webrtc-java.dll, java.exe, windows",
    "MACOS, libwebrtc-java.dylib, java, macos"
  })
  void filesAreNamedAsTheSystemWants(Os os, String library, String program, String plain) {
    assertThat(os.library("webrtc-java")).isEqualTo(library);
    assertThat(os.program("java")).isEqualTo(program);
    assertThat(os.plain()).isEqualTo(plain);
  }

  @Test
  void librariesAreNamedAsJavaNamesThemHere() {
    assertThat(Os.here().library("x")).isEqualTo(System.mapLibraryName("x"));
  }
}
