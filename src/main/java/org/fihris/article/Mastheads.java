package org.fihris.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fihris.article.PageLine.Role;
import org.fihris.text.Script;
import org.jspecify.annotations.Nullable;

/**
 * Finds the outlet in a name that stands alone at the top of its page.
 *
 * <p>Sections and mottos stand there too, so the name must be borne out: by the copyright line, by
 * the place of the report beside it, by the page's own talk of it (قال لـ«الاسم»), or by what it
 * says of itself (جريدة, نيوز).
 */
final class Mastheads {

  private static final int MOST_LINES = 10;
  private static final Pattern COPYRIGHT = Pattern.compile("©|(?:^|\\s)(?:ال)?حقوق\\s.*محفوظة");
  private static final Pattern TOLD =
      Pattern.compile("(?<!\\p{L})لـ?\\s?[«\"“]([^«»\"“”]{2,40})[»\"”]");

  private final PressNames names;
  private final PlaceLines places;

  Mastheads(PressNames names, PlaceLines places) {
    this.names = names;
    this.places = places;
  }

  /** The lines of the page, with the masthead and the places beside its name told as such. */
  List<PageLine> told(List<PageLine> lines) {
    String name = nameOf(lines);
    if (name == null) {
      return lines;
    }
    List<PageLine> told = new ArrayList<>(lines.size());
    boolean inHead = true;
    for (PageLine line : lines) {
      told.add(line.is(Role.CONTENT) ? told(line, name, inHead) : line);
      inHead &= !isHeadline(line);
    }
    return told;
  }

  private PageLine told(PageLine line, String name, boolean inHead) {
    if (inHead && same(line.text(), name)) {
      return line.as(Role.MASTHEAD, name, LineRule.OUTLET_NAME);
    }
    return PlaceLines.isNameWith(name, line.text())
        ? line.as(Role.BYLINE, name, LineRule.BYLINE)
        : line;
  }

  /** The one name at the top that the page bears out; {@code null} if there is none or several. */
  private @Nullable String nameOf(List<PageLine> lines) {
    String found = null;
    for (PageLine line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
      if (isHeadline(line)) {
        break;
      }
      String name = line.text();
      if (!line.is(Role.CONTENT) || !names.mayBeName(name) || !isBorneOut(name, lines)) {
        continue;
      }
      if (found != null && !same(found, name)) {
        return null;
      }
      found = name;
    }
    return found;
  }

  private static boolean isHeadline(PageLine line) {
    return line.is(Role.CONTENT)
        && line.wordCount() >= LineSorter.HEADLINE_WORDS
        && Script.hasArabic(line.text());
  }

  private boolean isBorneOut(String name, List<PageLine> lines) {
    return names.namesItself(name) || lines.stream().anyMatch(line -> bearsOut(name, line.text()));
  }

  private boolean bearsOut(String name, String line) {
    String key = Boilerplate.keyOf(name);
    if (COPYRIGHT.matcher(line).find() && PlainText.words(line) <= 20) {
      String text = " " + Boilerplate.keyOf(line) + " ";
      return text.contains(" " + key + " ") || text.contains(" ل" + key + " ");
    }
    // One word beside a place is as often a section: حوادث - طنطا.
    if (PlainText.words(name) > 1 && places.isPlaceWith(name, line)) {
      return true;
    }
    return TOLD.matcher(line).results().anyMatch(told -> isNameOrItsBeginning(told.group(1), key));
  }

  /** «الضفة» stands for «الضفة أونلاين» too. */
  private static boolean isNameOrItsBeginning(String told, String key) {
    return (key + " ").startsWith(Boilerplate.keyOf(told) + " ");
  }

  private static boolean same(String one, String other) {
    return Boilerplate.keyOf(one).equals(Boilerplate.keyOf(other));
  }
}
