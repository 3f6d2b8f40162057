package org.fihris.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fihris.text.Script;
import org.jspecify.annotations.Nullable;

/**
 * Tells the lines above the body of a page without markup: headline, sub-headline, section, words
 * of a picture.
 */
final class HeadOfDump {

  private static final int SHORT_HEADLINE_WORDS = 3;
  private static final int DECK_WORDS = 6;
  private static final int MOST_LINES_BELOW = 4;
  private static final int MOST_WORDS_OF_PICTURE = 14;

  private final LineSorter page;
  private final Boilerplate boilerplate;
  private @Nullable String headline;
  private @Nullable String subtitle;
  private @Nullable String section;

  HeadOfDump(LineSorter page, Boilerplate boilerplate) {
    this.page = page;
    this.boilerplate = boilerplate;
    List<Integer> head = page.head();
    int at = headlineAmong(head);
    String found = at < 0 ? null : page.line(head.get(at)).text();
    headline = found;
    if (at >= 0) {
      page.note(head.get(at), Part.TITLE, LineRule.HEADLINE);
    }
    if (page.body().isEmpty() && !page.summary().isEmpty()) {
      summaryIsBody();
    }
    findSection(at < 0 ? head : without(head, at));
    if (found != null) {
      placeBelow(new ArrayList<>(head.subList(at + 1, head.size())), found);
    }
  }

  /** The line that is the headline; {@code null} if the page has none. */
  @Nullable String headline() {
    return headline;
  }

  @Nullable String subtitle() {
    return subtitle;
  }

  /** The one section that the head names; {@code null} if it names none or several, as menus do. */
  @Nullable String section() {
    return section;
  }

  private void summaryIsBody() {
    for (int i : page.summary()) {
      page.body().add(i);
      page.note(i, Part.BODY, LineRule.IN_SUMMARY);
    }
    page.summary().clear();
  }

  /** The first line that has the words of a headline, else the first that has at least a few. */
  private int headlineAmong(List<Integer> head) {
    for (int least : new int[] {LineSorter.HEADLINE_WORDS, SHORT_HEADLINE_WORDS}) {
      for (int i = 0; i < head.size(); i++) {
        String line = page.line(head.get(i)).text();
        if (PlainText.words(line) >= least && Script.hasArabic(line)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static List<Integer> without(List<Integer> head, int at) {
    List<Integer> others = new ArrayList<>(head);
    others.remove(at);
    return others;
  }

  private void findSection(List<Integer> lines) {
    List<Integer> named = new ArrayList<>();
    Set<String> sections = new TreeSet<>();
    for (int i : lines) {
      String line = page.line(i).text();
      if (boilerplate.isSection(line) && !boilerplate.isHome(line)) {
        named.add(i);
        sections.add(Boilerplate.keyOf(line));
      }
    }
    if (sections.size() == 1) {
      section = page.line(named.getFirst()).text();
      page.note(named.getFirst(), Part.CATEGORY, LineRule.SECTION);
    }
  }

  /**
   * Places the lines between headline and body: the first that says something is the sub-headline,
   * the rest open the body. Shorter ones are the words of pictures and names of sections.
   */
  private void placeBelow(List<Integer> below, String title) {
    if (page.body().isEmpty() || below.size() > MOST_LINES_BELOW) {
      openBody(below); // a list, a recipe, a poem: short lines are what it consists of
      return;
    }
    takePictureWords(below);
    List<Integer> decks = new ArrayList<>();
    for (int i : below) {
      String line = page.line(i).text();
      if (repeats(title, line)) {
        page.note(i, null, LineRule.REPEATS_HEADLINE);
      } else if (PlainText.words(line) >= DECK_WORDS) {
        decks.add(i);
      }
    }
    if (!decks.isEmpty()) {
      int deck = decks.removeFirst();
      subtitle = page.line(deck).text();
      page.note(deck, Part.SUBTITLE, LineRule.BELOW_HEADLINE);
    }
    openBody(decks);
  }

  private void openBody(List<Integer> lines) {
    page.body().addAll(0, lines);
    for (int i : lines) {
      page.note(i, Part.BODY, LineRule.BELOW_HEADLINE);
    }
  }

  /** Pages print what a picture shows twice, the short form first; both are no sub-headline. */
  private void takePictureWords(List<Integer> below) {
    for (int k = 0; k + 1 < below.size(); k++) {
      int one = below.get(k);
      int two = below.get(k + 1);
      String caption = page.line(two).text();
      if (two == one + 1
          && PlainText.words(caption) <= MOST_WORDS_OF_PICTURE
          && !Sentences.endsSentence(caption)
          && repeats(caption, page.line(one).text())) {
        page.note(one, null, LineRule.PICTURE_WORDS);
        page.note(two, Part.CAPTION, LineRule.PICTURE_WORDS);
        page.captions().add(two);
        below.remove(k + 1);
        below.remove(k);
        return;
      }
    }
  }

  private static boolean repeats(String title, String line) {
    return Boilerplate.keyOf(title).contains(Boilerplate.keyOf(line));
  }
}
