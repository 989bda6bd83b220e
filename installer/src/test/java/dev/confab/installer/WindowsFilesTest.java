package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/// What jpackage is given for Windows, read as WiX and jpackage would read it. Neither runs here.
/// Source: jpackage of JDK 25, `WinMsiPackager` and `OSVersionCondition`, and its manual.
class WindowsFilesTest {
  private static final Path FILES = Path.of("src/main/windows");
  private static final String WIX_3 = "http://schemas.microsoft.com/wix/2006/wi";

  /// What jpackage defines for os-condition.wxf; in WiX 3 each source has variables of its own.
  private static final List<String> VARIABLES =
      List.of("JpExecutableMajorOSVersion", "JpExecutableMinorOSVersion", "JpExecutableOSVersion");

  @Test
  void theFragmentIsOfTheFormThatJpackageConvertsWhereItHasTo() throws Exception {
    assertThat(Xml.elements(wix())).extracting(Element::getNamespaceURI).containsOnly(WIX_3);
    assertThat(wix().getLocalName()).isEqualTo("Wix");
    assertThat(Xml.children(wix())).extracting(Element::getLocalName).containsExactly("Fragment");
  }

  /// Else WiX leaves it out without a word.
  @Test
  void theFragmentHasTheNameByWhichJpackageRefersToIt() throws Exception {
    assertThat(Xml.elements(wix(), "ComponentGroup"))
        .extracting(group -> group.getAttribute("Id"))
        .containsExactly("FragmentOsCondition");
  }

  @Test
  void noVariableIsUsedThatJpackageDoesNotDefine() throws Exception {
    assertThat(variables()).isNotEmpty().isSubsetOf(VARIABLES);
  }

  @Test
  void aLinkStartsConfabAndIsNeverAnOption() throws Exception {
    Element key = Xml.elements(wix(), "RegistryKey").getFirst();
    assertThat(key.getAttribute("Root")).isEqualTo("HKMU");
    assertThat(key.getAttribute("Key")).isEqualTo("Software\\Classes\\confab");

    Map<String, String> values =
        Xml.children(key).stream()
            .collect(
                Collectors.toMap(
                    value -> value.getAttribute("Key") + "|" + value.getAttribute("Name"),
                    value -> value.getAttribute("Value")));
    assertThat(values)
        .containsOnly(
            Map.entry("|", "URL:Confab"),
            Map.entry("|URL Protocol", ""),
            Map.entry("DefaultIcon|", "\"[INSTALLDIR]Confab.exe\",0"),
            Map.entry("shell\\open\\command|", "\"[INSTALLDIR]Confab.exe\" -- \"%1\""));
  }

  /// Windows Installer counts a component by its name and its key; both stay as they are.
  @Test
  void theComponentIsOneThatWindowsCanCount() throws Exception {
    Element component = Xml.elements(wix(), "Component").getFirst();
    assertThat(component.getAttribute("Guid")).isEqualTo("{46735397-960B-4210-84DE-70604503A6D8}");
    assertThat(component.getAttribute("Directory")).isEqualTo("INSTALLDIR");
    assertThat(Xml.elements(component, "RegistryValue"))
        .filteredOn(value -> value.getAttribute("KeyPath").equals("yes"))
        .hasSize(1);
  }

  @Test
  void theOptionsAreThoseThatJpackageTakesForAnImageAndForAPackage() throws Exception {
    Map<String, String> image = JpackageOptions.read(FILES.resolve("image.options"));
    Map<String, String> packed = JpackageOptions.read(FILES.resolve("package.options"));

    assertThat(image.keySet()).isSubsetOf(JpackageOptions.OF_AN_IMAGE_OF_WINDOWS);
    assertThat(image).containsEntry("--name", "Confab");
    assertThat(packed.keySet()).isSubsetOf(JpackageOptions.OF_A_PACKAGE_OF_WINDOWS);
    assertThat(packed).containsEntry("--win-upgrade-uuid", "beed209c-d8b4-44ab-a842-a5810f1d2008");
    assertThat(UUID.fromString(packed.get("--win-upgrade-uuid")).version()).isEqualTo(4);
    JpackageOptions.assertHomePageIsTheProjects(packed);
  }

  private static List<String> variables() throws IOException {
    return Pattern.compile("\\$\\(var\\.([A-Za-z]+)\\)")
        .matcher(Files.readString(FILES.resolve("os-condition.wxf")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static Element wix() throws Exception {
    return Xml.read(FILES.resolve("os-condition.wxf")).getDocumentElement();
  }
}
