package org.fihris.explore;

import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.fihris.entity.Entity;
import org.fihris.index.Schema;

/** Graphs of entities in GraphML (http://graphml.graphdrawing.org), which graph programs read. */
public final class GraphMl {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

  private final XMLStreamWriter xml;

  private GraphMl(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * Writes an undirected graph: nodes with type, both labels and articles, edges with articles
   * together, lift and log-likelihood. The writer is flushed and left open.
   *
   * @throws IllegalStateException if it cannot be written to
   */
  public static void write(EntityGraph graph, Writer out) {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      new GraphMl(xml).write(graph);
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the graph could not be written: " + e.getMessage(), e);
    }
  }

  private void write(EntityGraph graph) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("graphml");
    xml.writeDefaultNamespace(NAMESPACE);
    line();
    key("type", "node", "string");
    key("label", "node", "string");
    key("label_en", "node", "string");
    key("articles", "node", "long");
    key("together", "edge", "long");
    key("lift", "edge", "double");
    key("log_likelihood", "edge", "double");
    xml.writeStartElement("graph");
    xml.writeAttribute("edgedefault", "undirected");
    line();
    for (EntityGraph.Node node : graph.nodes()) {
      node(node);
    }
    for (EntityGraph.Edge edge : graph.edges()) {
      edge(edge);
    }
    xml.writeEndElement();
    line();
    xml.writeEndElement();
    line();
    xml.writeEndDocument();
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private void key(String id, String of, String type) throws XMLStreamException {
    xml.writeEmptyElement("key");
    xml.writeAttribute("id", id);
    xml.writeAttribute("for", of);
    xml.writeAttribute("attr.name", id);
    xml.writeAttribute("attr.type", type);
    line();
  }

  private void node(EntityGraph.Node node) throws XMLStreamException {
    Entity entity = node.entity();
    xml.writeStartElement("node");
    xml.writeAttribute("id", allowed(entity.id()));
    data("type", Schema.facetOf(entity.type()));
    data("label", entity.labelAr());
    data("label_en", entity.labelEn());
    data("articles", String.valueOf(node.articles()));
    xml.writeEndElement();
    line();
  }

  private void edge(EntityGraph.Edge edge) throws XMLStreamException {
    xml.writeStartElement("edge");
    xml.writeAttribute("source", allowed(edge.from()));
    xml.writeAttribute("target", allowed(edge.to()));
    data("together", String.valueOf(edge.together()));
    data("lift", String.valueOf(edge.lift()));
    data("log_likelihood", String.valueOf(edge.logLikelihood()));
    xml.writeEndElement();
    line();
  }

  private void data(String key, String value) throws XMLStreamException {
    xml.writeStartElement("data");
    xml.writeAttribute("key", key);
    xml.writeCharacters(allowed(value));
    xml.writeEndElement();
  }

  /** XML 1.0 has no place for most control characters, not even escaped. */
  private static String allowed(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints().map(c -> isAllowed(c) ? c : '\uFFFD').forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
