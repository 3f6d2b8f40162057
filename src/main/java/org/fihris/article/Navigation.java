package org.fihris.article;

import java.util.List;
import java.util.regex.Pattern;

/** Recognises menus and breadcrumbs that stand in one line. */
final class Navigation {

  private static final Pattern SEPARATORS = Pattern.compile("\\s*[|›»>•·●→\\\\]\\s*|\\s*/\\s*");
  private static final Pattern AFTER_HOME =
      Pattern.compile("\\s*[|›»>•·●→/\\\\]\\s*|\\s+[-–—]\\s+");
  private static final String SIGNS = "|›»>•·●→/\\-–—";
  private static final int MOST_STEPS = 3;
  private static final int LEAST_ITEMS = 3;
  private static final int SURE_ITEMS = 5;
  private static final int MOST_WORDS_OF_ITEM = 3;
  private static final int MOST_WORDS_OF_BREADCRUMB = 30;

  private final Boilerplate boilerplate;

  Navigation(Boilerplate boilerplate) {
    this.boilerplate = boilerplate;
  }

  /**
   * Whether the line leads elsewhere: a breadcrumb that begins at the front page, or short items of
   * which one at least is a known section, or five and more.
   */
  boolean isNavigation(String line) {
    if (line.chars().noneMatch(c -> SIGNS.indexOf(c) >= 0)) {
      return false;
    }
    if (isBreadcrumb(line)) {
      return true;
    }
    if (line.indexOf('«') >= 0 || Sentences.endsSentence(line)) {
      return false; // the mark is a closing quotation mark, or the line a sentence
    }
    List<String> items = itemsOf(SEPARATORS, line);
    boolean shortItems =
        items.stream().allMatch(item -> PlainText.words(item) <= MOST_WORDS_OF_ITEM);
    if (items.size() < LEAST_ITEMS || !shortItems) {
      return false;
    }
    long sections = items.stream().filter(boilerplate::isSection).count();
    return sections * 2 >= items.size() || (sections > 0 && items.size() >= SURE_ITEMS);
  }

  /** The last known section of a breadcrumb; empty if it has none or the line is a menu. */
  String sectionOf(String line) {
    String section = "";
    if (isBreadcrumb(line)) {
      for (String item : itemsOf(AFTER_HOME, line)) {
        section = boilerplate.isSection(item) && !boilerplate.isHome(item) ? item : section;
      }
      // أنت هنا: الرئيسية / سياسة / اقتصاد / رياضة is a menu after all.
      long sections = itemsOf(AFTER_HOME, line).stream().filter(boilerplate::isSection).count();
      section = sections > MOST_STEPS ? "" : section;
    }
    return section;
  }

  private boolean isBreadcrumb(String line) {
    if (PlainText.words(line) > MOST_WORDS_OF_BREADCRUMB) {
      return false;
    }
    List<String> items = itemsOf(AFTER_HOME, line);
    return items.size() > 1
        && boilerplate.isHome(items.getFirst())
        && !Sentences.endsSentence(line);
  }

  private static List<String> itemsOf(Pattern separators, String line) {
    return separators
        .splitAsStream(line)
        .map(String::strip)
        .filter(item -> PlainText.words(item) > 0)
        .toList();
  }
}
