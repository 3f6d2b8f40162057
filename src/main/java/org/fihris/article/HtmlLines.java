package org.fihris.article;

import java.util.ArrayList;
import java.util.List;
import org.fihris.article.HtmlBlocks.Range;
import org.fihris.article.PageLine.Role;
import org.fihris.article.PageLine.Shape;

/**
 * Makes lines of the blocks of a page: those of the element with the text, those of the head
 * between headline and text, and of what follows the text only what names its source and key words.
 */
final class HtmlLines {

  /** Markup tells paragraphs; where it does not (a cell, a line end), a few words do. */
  static final Paragraphs PARAGRAPHS =
      new Paragraphs() {
        @Override
        public boolean opensBody(PageLine line, boolean belowHeadline) {
          return switch (line.shape()) {
            case HEADING -> false;
            case ITEM -> Sentences.isNoHeadline(line.words());
            case PARAGRAPH, LINE -> !line.is(Role.DECK) && line.wordCount() >= LEAST_WORDS;
          };
        }

        @Override
        public boolean resumesBody(PageLine line) {
          return (line.shape() == Shape.PARAGRAPH || line.shape() == Shape.LINE)
              && line.wordCount() >= LEAST_WORDS;
        }
      };

  private static final int LEAST_WORDS = 5;
  private static final int MOST_WORDS_OF_BYLINE = 5;
  private static final int MOST_LINES_OF_HEAD = 12;
  private static final int MOST_LINES_OF_TAIL = 25;

  private final List<HtmlBlock> blocks;
  private final TextElement element;
  private final Range text;
  private final Tables tables;

  /** The headline as a key. */
  private final String title;

  private final List<PageLine> lines = new ArrayList<>();
  private final List<String> moments = new ArrayList<>();
  private int linkedWords;

  HtmlLines(HtmlBlocks page, String title, Tables tables) {
    this.blocks = page.blocks();
    this.element = new TextElement(page);
    this.text = element.among(page.ranges());
    this.tables = tables;
    this.title = Boilerplate.keyOf(title);
    int headline = headline(this.title);
    int headStart =
        headline >= 0 && headline < text.end()
            ? headline
            : Math.max(0, text.start() - MOST_LINES_OF_HEAD);
    for (HtmlBlocks.Moment moment : page.moments()) {
      int at = Math.min(moment.block(), blocks.size() - 1);
      boolean inHead = at >= headStart - 1 && moment.block() <= text.start() + 2;
      if (inHead && at >= 0 && !element.isBeside(at)) {
        moments.add(moment.value());
      }
    }
    boolean tail = true;
    for (int i = 0; i < blocks.size(); i++) {
      HtmlBlock block = blocks.get(i);
      linkedWords += block.isLink() ? block.words() : 0;
      if (element.isBeside(i) && !block.tag()) {
        add(block, Role.DROPPED, "", LineRule.REGION);
      } else if (i < headStart) {
        above(block, text.holds(i) && headline >= 0);
      } else if (i < text.start()) {
        head(block);
      } else if (i < text.end()) {
        inText(block);
      } else {
        tail = tail && i < text.end() + MOST_LINES_OF_TAIL && below(block);
        if (!tail && lines.size() <= i) {
          add(block, Role.DROPPED, "", LineRule.OUTSIDE_TEXT);
        }
      }
    }
  }

  List<PageLine> lines() {
    return lines;
  }

  /** The moments of {@code <time>} elements in the head of the article. */
  List<String> moments() {
    return moments;
  }

  /** How many words of the page lead elsewhere. */
  int linkedWords() {
    return linkedWords;
  }

  /** The first block that is the headline: a heading before anything else, the last such one. */
  private int headline(String key) {
    int found = -1;
    int level = Integer.MAX_VALUE;
    for (int i = 0; i < blocks.size() && i < text.end() && !key.isEmpty(); i++) {
      HtmlBlock block = blocks.get(i);
      if (element.isBeside(i) || block.words() < 2) {
        continue;
      }
      String words = Boilerplate.keyOf(block.text());
      int rank = block.level() == 0 ? 7 : block.level();
      if (rank < level && (words.equals(key) || (rank == 1 && sameBeginning(words, key)))) {
        found = i;
        level = rank;
      }
    }
    return found;
  }

  private static boolean sameBeginning(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  /** Above the headline: the day, where it stands in one element with the text. */
  private void above(HtmlBlock block, boolean inElement) {
    if (inElement && !block.isLink() && block.words() < 15) {
      List<PageLine> told = tables.pageLines().ofLine(block.text());
      if (told.stream().allMatch(line -> line.is(Role.DATELINE))) {
        lines.addAll(told);
        return;
      }
    }
    add(block, Role.DROPPED, "", LineRule.OUTSIDE_TEXT);
  }

  private void head(HtmlBlock block) {
    if (block.isLink() && !block.tag()) {
      add(block, Role.DROPPED, "", LineRule.LINK);
      return;
    }
    for (PageLine line : told(block)) {
      boolean titles = block.level() == 1 || isHeadline(line.text());
      lines.add(line.isContent() && !titles ? outsideText(block, line) : line);
    }
  }

  /** A sub-headline is set as one; what merely stands there is of the picture or the tools. */
  private PageLine outsideText(HtmlBlock block, PageLine line) {
    String reporter = line.wordCount() <= MOST_WORDS_OF_BYLINE ? reporterOf(line.text()) : "";
    if (!reporter.isEmpty()) {
      return line.as(Role.AUTHOR, reporter, LineRule.AUTHOR);
    }
    if (block.shape() == Shape.PARAGRAPH
        && Sentences.isNoHeadline(line.text())
        && block.isProse()) {
      return line; // the first paragraph, set apart
    }
    boolean set = block.shape() == Shape.HEADING || block.shape() == Shape.PARAGRAPH;
    boolean deck = (set || block.isProse()) && !isMostlyFigures(line.text());
    return line.as(deck ? Role.DECK : Role.DROPPED, "", LineRule.OUTSIDE_TEXT);
  }

  /** كتبت هدى البحري: between headline and text no colon is needed; empty if it is none. */
  private String reporterOf(String line) {
    int space = line.indexOf(' ');
    return space > 0 && tables.boilerplate().isAuthorLabel(line.substring(0, space))
        ? line.substring(space + 1).strip()
        : "";
  }

  private static boolean isMostlyFigures(String line) {
    long digits = line.chars().filter(Character::isDigit).count();
    long letters = line.chars().filter(Character::isLetter).count();
    return digits * 5 > letters;
  }

  private void inText(HtmlBlock block) {
    lines.addAll(told(block));
  }

  /** Takes what names source, section or key words; false at the end of what belongs to it. */
  private boolean below(HtmlBlock block) {
    if (block.tag()) {
      add(block, Role.TAGS, block.text(), LineRule.TAGS);
      return true;
    }
    if (block.isLink()) {
      add(block, Role.DROPPED, "", LineRule.LINK);
      return true;
    }
    PageLine line = told(block).getFirst();
    return switch (line.role()) {
      case SOURCE, CREDIT, SECTION, TAGS, AUTHOR -> {
        lines.add(line);
        yield true;
      }
      case RELATED, READ_ALSO, ENDS_ARTICLE -> false;
      default -> {
        lines.add(line.as(Role.DROPPED, "", LineRule.OUTSIDE_TEXT));
        yield true;
      }
    };
  }

  private List<PageLine> told(HtmlBlock block) {
    if (block.tag()) {
      return List.of(new PageLine(block.text(), Role.TAGS, block.text(), LineRule.TAGS));
    }
    if (block.picture()) {
      return List.of(new PageLine(block.text(), Role.CAPTION, "", LineRule.PICTURE_ELEMENT));
    }
    if (block.isLink()) {
      PageLine phrase = tables.pageLines().byPhrase(block.text());
      return List.of(
          phrase != null ? phrase : new PageLine(block.text(), Role.DROPPED, "", LineRule.LINK));
    }
    return tables.pageLines().ofLine(block.text()).stream()
        .map(line -> line.withShape(isHeadline(line.text()) ? Shape.HEADING : block.shape()))
        .toList();
  }

  private boolean isHeadline(String line) {
    return Boilerplate.keyOf(line).equals(title);
  }

  private void add(HtmlBlock block, Role role, String value, LineRule rule) {
    lines.add(new PageLine(block.text(), role, value, rule));
  }
}
