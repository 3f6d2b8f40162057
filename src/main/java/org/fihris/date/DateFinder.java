package org.fihris.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds Arabic date expressions in running text: months of all Arabic traditions, Hijri months,
 * weekdays, numeric dates, ranges, longer times and their parts, and words that count from a given
 * day.
 *
 * <p>What could as well be something else is left out: a price, a score, a revolution that is
 * called by its day. Times on the clock are {@link TimeFinder}'s. Takes time linear in the text.
 * Immutable, safe for any number of threads.
 */
public final class DateFinder {

  public DateFinder() {}

  /**
   * Every date expression of the text, in order, not overlapping. Never throws.
   *
   * @param anchor the day that relative words (اليوم, أمس, الحالي) and dates without a year count
   *     from, most often the day of publication; {@code null} leaves such expressions out
   */
  public List<DateMention> find(CharSequence text, @Nullable LocalDate anchor) {
    DateTokens tokens = new DateTokens(text);
    MentionParser parser = new MentionParser(tokens, anchor);
    List<DateMention> mentions = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      RangeParser.Found found = parser.at(i);
      if (found == null) {
        i++;
        continue;
      }
      Resolver.Span span = found.span();
      mentions.add(
          new DateMention(
              tokens.originalStart(i),
              tokens.originalEnd(found.end()),
              span.kind(),
              span.from(),
              span.to()));
      i = found.end();
    }
    return List.copyOf(mentions);
  }
}
