package org.fihris.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fihris.article.PageLine.Shape;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Cuts a page into {@link HtmlBlock}s, and notes which of them each element holds. One walk over
 * the tree without recursion; used for one page and thrown away.
 */
final class HtmlBlocks implements NodeFilter {

  /**
   * An element that holds blocks.
   *
   * @param start its first block
   * @param end the block behind its last
   * @param depth how far down it stands
   * @param declared whether the markup says that it is the text of the article
   */
  record Range(int start, int end, int depth, boolean declared) {
    boolean holds(int block) {
      return block >= start && block < end;
    }
  }

  /**
   * An element that may stand beside the article.
   *
   * @param parent number of the region around it; -1 if there is none
   */
  record Region(int parent, Range range) {}

  private static final Set<String> UNSHOWN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "object",
          "select",
          "button",
          "textarea",
          "input",
          "video",
          "audio",
          "canvas",
          "math",
          "head");
  private static final Set<String> BESIDE = Set.of("nav", "footer", "aside", "dialog", "menu");
  private static final Set<String> BESIDE_ROLES =
      Set.of("navigation", "complementary", "contentinfo", "banner", "search", "dialog", "alert");
  private static final Set<String> NEVER_BESIDE = Set.of("html", "body", "main", "article");
  private static final Set<String> TAG_WORDS = Set.of("tag", "tags", "keywords", "topics");
  private static final Set<String> PICTURE_WORDS = Set.of("caption", "figcaption");

  /** What a {@code <time>} element says, and the number of the block that it stands in. */
  record Moment(int block, String value) {}

  /** An element on the way down to where the walk is. */
  private record Open(Element element, int start, int region, boolean picture, boolean tags) {}

  private final Boilerplate boilerplate;
  private final List<HtmlBlock> blocks = new ArrayList<>();
  private final List<Range> ranges = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final List<Moment> moments = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  private final StringBuilder text = new StringBuilder();
  private int letters;
  private int linkedLetters;
  private int links;
  private int heading;
  private Shape shape = Shape.LINE;

  HtmlBlocks(Element body, Boilerplate boilerplate) {
    this.boilerplate = boilerplate;
    body.filter(this);
    flush();
  }

  List<HtmlBlock> blocks() {
    return blocks;
  }

  List<Range> ranges() {
    return ranges;
  }

  List<Moment> moments() {
    return moments;
  }

  List<Region> regions() {
    return regions;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode textNode) {
      append(textNode.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String name = element.normalName();
    if (UNSHOWN.contains(name)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (name.equals("br") || name.equals("hr")) {
      Shape same = shape;
      flush();
      shape = same;
      return FilterResult.CONTINUE;
    }
    if (name.equals("a")) {
      endOfTag();
      links++;
    }
    if (name.equals("time")) {
      moments.add(new Moment(blocks.size(), PageMetadata.momentOf(element)));
    }
    if (element.isBlock() || !element.className().isEmpty()) {
      enter(element, name);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String name = element.normalName();
    if (name.equals("a")) {
      endOfTag();
      links--;
    }
    Open last = open.peek();
    if (last != null && last.element == element) {
      leave(element, name, depth);
    }
    return FilterResult.CONTINUE;
  }

  private void enter(Element element, String name) {
    Open around = open.peek();
    if (element.isBlock()) {
      flush();
      shape = shapeOf(name);
      heading = isHeading(name) ? name.charAt(1) - '0' : heading;
    }
    List<String> words = wordsOf(element);
    int region = around == null ? -1 : around.region;
    if (!NEVER_BESIDE.contains(name) && isBeside(element, name, words)) {
      // The range is known when the element is left.
      regions.add(new Region(region, new Range(blocks.size(), blocks.size(), 0, false)));
      region = regions.size() - 1;
    }
    boolean picture =
        (around != null && around.picture)
            || name.equals("figcaption")
            || words.stream().anyMatch(PICTURE_WORDS::contains);
    boolean tags = (around != null && around.tags) || words.stream().anyMatch(TAG_WORDS::contains);
    open.push(new Open(element, blocks.size(), region, picture, tags));
  }

  private void leave(Element element, String name, int depth) {
    if (element.isBlock()) {
      flush();
      heading = isHeading(name) ? 0 : heading;
    }
    Open left = open.pop();
    Range range =
        new Range(left.start, blocks.size(), depth, element.attr("itemprop").equals("articleBody"));
    if (element.isBlock() && range.start < range.end) {
      ranges.add(range);
    }
    Open around = open.peek();
    int outer = around == null ? -1 : around.region;
    if (left.region != outer) {
      regions.set(left.region, new Region(outer, range));
    }
  }

  private boolean isBeside(Element element, String name, List<String> words) {
    return BESIDE.contains(name)
        || element.hasAttr("hidden")
        || BESIDE_ROLES.contains(element.attr("role"))
        || element.attr("style").replace(" ", "").contains("display:none")
        || words.stream().anyMatch(boilerplate::isRegion);
  }

  private static boolean isHeading(String name) {
    return name.length() == 2
        && name.charAt(0) == 'h'
        && name.charAt(1) >= '1'
        && name.charAt(1) <= '6';
  }

  private static Shape shapeOf(String name) {
    return switch (name) {
      case "p", "blockquote" -> Shape.PARAGRAPH;
      case "li", "dd", "dt" -> Shape.ITEM;
      default -> isHeading(name) ? Shape.HEADING : Shape.LINE;
    };
  }

  /** The words of class and id: {@code relatedPosts main-box} are four. */
  private static List<String> wordsOf(Element element) {
    String names = element.className() + " " + element.id();
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= names.length(); i++) {
      boolean ends =
          i == names.length()
              || !Character.isLetter(names.charAt(i))
              || (i > start
                  && Character.isUpperCase(names.charAt(i))
                  && Character.isLowerCase(names.charAt(i - 1)));
      if (ends) {
        if (i > start) {
          words.add(names.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = i < names.length() && Character.isLetter(names.charAt(i)) ? i : i + 1;
      }
    }
    return words;
  }

  private void append(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c <= ' ') {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
          text.append(' ');
        }
      } else {
        text.append(c);
        letters++;
        linkedLetters += links > 0 ? 1 : 0;
      }
    }
  }

  /** In an element for key words each link is one. */
  private void endOfTag() {
    Open in = open.peek();
    if (in != null && in.tags) {
      flush();
    }
  }

  private void flush() {
    if (letters > 0) {
      String line = PlainText.oneLine(text.toString());
      int words = PlainText.words(line);
      if (words > 0) {
        Open in = open.peek();
        double linked = (double) linkedLetters / letters;
        blocks.add(
            new HtmlBlock(
                line,
                words,
                linked,
                heading > 0 ? Shape.HEADING : shape,
                heading,
                in != null && in.picture,
                in != null && in.tags && linked > 0.5,
                in == null ? -1 : in.region));
      }
    }
    text.setLength(0);
    letters = 0;
    linkedLetters = 0;
    shape = Shape.LINE;
  }
}
