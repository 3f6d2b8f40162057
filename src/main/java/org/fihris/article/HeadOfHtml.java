package org.fihris.article;

import java.util.ArrayList;
import java.util.List;
import org.fihris.article.PageLine.Role;
import org.jspecify.annotations.Nullable;

/** Tells the lines between the headline and the text of a page in HTML. */
final class HeadOfHtml {

  private static final int DECK_WORDS = 6;

  private @Nullable String subtitle;

  HeadOfHtml(LineSorter page, String title) {
    String key = Boilerplate.keyOf(title);
    List<Integer> openings = new ArrayList<>();
    boolean titled = false;
    for (int i : page.head()) {
      PageLine line = page.line(i);
      String words = Boilerplate.keyOf(line.text());
      if (words.equals(key)) {
        page.note(
            i, titled ? null : Part.TITLE, titled ? LineRule.REPEATS_HEADLINE : LineRule.HEADLINE);
        titled = true;
      } else if (key.contains(words) || words.startsWith(key)) {
        page.note(i, null, LineRule.REPEATS_HEADLINE);
      } else if (line.wordCount() >= DECK_WORDS && subtitle == null) {
        subtitle = line.text();
        page.note(i, Part.SUBTITLE, LineRule.BELOW_HEADLINE);
      } else if (!line.is(Role.DECK)
          && (line.wordCount() >= DECK_WORDS || line.shape() == PageLine.Shape.HEADING)) {
        openings.add(i);
      } else if (line.is(Role.DECK)) {
        page.note(i, null, LineRule.OUTSIDE_TEXT);
      }
    }
    page.body().addAll(0, openings);
    openings.forEach(i -> page.note(i, Part.BODY, LineRule.BELOW_HEADLINE));
  }

  @Nullable String subtitle() {
    return subtitle;
  }
}
