package dev.confab.installer;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// XML files of the tree, read without asking the network for anything.
final class Xml {
  private Xml() {}

  static Document read(Path file) throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setEntityResolver((_, _) -> new InputSource(new StringReader("")));
    return builder.parse(file.toFile());
  }

  /// The element and all in it, in the order of the file.
  static List<Element> elements(Element root) {
    return Stream.concat(Stream.of(root), all(root.getElementsByTagNameNS("*", "*"))).toList();
  }

  static List<Element> elements(Element root, String name) {
    return all(root.getElementsByTagNameNS("*", name)).toList();
  }

  /// The children alone.
  static List<Element> children(Element parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  private static Stream<Element> all(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
  }
}
