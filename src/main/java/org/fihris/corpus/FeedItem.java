package org.fihris.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fihris.corpus.FieldNames.Meaning;
import org.fihris.corpus.PageRecord.Field;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Makes a {@link PageRecord} of one item of a feed. */
final class FeedItem {

  /** The elements that mean a field, by local name; of several the one of lower rank wins. */
  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          Map.entry("guid", new Meaning(Field.ID, 0)),
          Map.entry("id", new Meaning(Field.ID, 1)),
          Map.entry("dc:identifier", new Meaning(Field.ID, 2)),
          Map.entry("link", new Meaning(Field.URL, 0)),
          Map.entry("title", new Meaning(Field.TITLE, 0)),
          Map.entry("dc:title", new Meaning(Field.TITLE, 1)),
          Map.entry("content:encoded", new Meaning(Field.TEXT, 0)),
          Map.entry("content", new Meaning(Field.TEXT, 1)),
          Map.entry("fulltext", new Meaning(Field.TEXT, 2)),
          Map.entry("description", new Meaning(Field.SUMMARY, 0)),
          Map.entry("summary", new Meaning(Field.SUMMARY, 1)),
          Map.entry("dc:description", new Meaning(Field.SUMMARY, 2)),
          Map.entry("pubdate", new Meaning(Field.DATE, 0)),
          Map.entry("published", new Meaning(Field.DATE, 1)),
          Map.entry("dc:date", new Meaning(Field.DATE, 2)),
          Map.entry("issued", new Meaning(Field.DATE, 3)),
          Map.entry("updated", new Meaning(Field.DATE, 4)),
          Map.entry("source", new Meaning(Field.SOURCE, 0)),
          Map.entry("dc:publisher", new Meaning(Field.SOURCE, 1)),
          Map.entry("dc:creator", new Meaning(Field.AUTHOR, 0)),
          Map.entry("author", new Meaning(Field.AUTHOR, 1)),
          Map.entry("category", new Meaning(Field.CATEGORY, 0)),
          Map.entry("dc:subject", new Meaning(Field.CATEGORY, 1)));

  /** RSS wants an address for an author, with the name behind it in parentheses. */
  private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s*\\(([^)]+)\\)");

  private static final String UNSHOWN = "script,style,noscript,template,iframe,svg";

  private FeedItem() {}

  /**
   * @param item from its start tag to its end tag
   */
  static RawPage parse(Origin origin, String item) {
    FieldValues values = new FieldValues();
    Document document = Jsoup.parse(item, "", Parser.xmlParser());
    Element root = document.firstElementChild();
    if (root != null) {
      root.children().forEach(child -> take(child, values));
    }
    if (!values.has(Field.TEXT)) {
      values.moveTo(Field.SUMMARY, Field.TEXT); // all the text there is
    }
    return values.page(origin);
  }

  private static void take(Element element, FieldValues values) {
    Meaning meaning = MEANINGS.get(element.tagName().toLowerCase(Locale.ROOT));
    if (meaning == null) {
      return;
    }
    switch (meaning.field()) {
      case TITLE, TEXT, SUMMARY -> values.put(meaning, text(element));
      case URL -> link(element, values);
      case ID -> identifier(element, meaning, values);
      case AUTHOR -> values.add(meaning, author(element));
      case CATEGORY ->
          values.add(meaning, element.hasText() ? element.text() : categoryOf(element));
      case SOURCE -> {
        Element title = element.firstElementChild() == null ? null : element.selectFirst("title");
        values.put(meaning, title == null ? element.ownText() : title.text());
      }
      case DATE, PARENT_ID, HTML -> values.put(meaning, element.text());
    }
  }

  private static String categoryOf(Element atom) {
    return atom.attr("label").isBlank() ? atom.attr("term") : atom.attr("label");
  }

  /** In RSS the address is the text, in Atom an attribute of one of several links. */
  private static void link(Element element, FieldValues values) {
    String relation = element.attr("rel");
    if (element.hasText()) {
      values.put(new Meaning(Field.URL, 0), element.text());
    } else if (relation.isEmpty() || relation.equals("alternate")) {
      values.put(new Meaning(Field.URL, 1), element.attr("href"));
    }
  }

  private static void identifier(Element element, Meaning meaning, FieldValues values) {
    String id = element.text();
    values.put(meaning, id);
    boolean address = id.startsWith("http://") || id.startsWith("https://");
    if (address && !element.attr("isPermaLink").equalsIgnoreCase("false")) {
      values.put(new Meaning(Field.URL, 2), id);
    }
  }

  private static String author(Element element) {
    Element name = element.selectFirst("name");
    String given = name == null ? element.ownText() : name.text();
    Matcher mail = MAIL_AND_NAME.matcher(given);
    return mail.matches() ? mail.group(1).strip() : given;
  }

  /** The text of HTML that is escaped in the feed, or stands in it as XHTML. */
  private static String text(Element element) {
    String markup = element.firstElementChild() == null ? element.wholeText() : element.html();
    if (markup.indexOf('<') < 0 && markup.indexOf('&') < 0) {
      return markup.strip();
    }
    Element body = Jsoup.parseBodyFragment(markup).body();
    body.select(UNSHOWN).remove();
    StringBuilder text = new StringBuilder();
    body.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              text.append(words.getWholeText());
            } else if (node instanceof Element tag && tag.normalName().equals("br")) {
              text.append('\n');
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element tag && tag.isBlock()) {
              text.append("\n");
            }
          }
        });
    return text.toString().strip();
  }
}
