package org.fihris.date;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds times on the clock in Arabic text: الساعة الثالثة عصرا, 15:30 بتوقيت غرينتش, السابعة والنصف
 * مساء, منتصف الليل.
 *
 * <p>Independent of {@link DateFinder}: a time never changes what dates are found. Left out are
 * lengths (لمدة 3 ساعات), parts of the day without an hour, and figures that could be a score or a
 * decimal. Takes time linear in the text. Immutable, safe for any number of threads.
 */
public final class TimeFinder {

  public TimeFinder() {}

  /** Every time of the text, in order, not overlapping. Never throws. */
  public List<TimeMention> find(CharSequence text) {
    DateTokens tokens = new DateTokens(text);
    ClockParser parser = new ClockParser(tokens);
    List<TimeMention> mentions = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      ClockParser.Clock clock = parser.at(i);
      if (clock == null) {
        i++;
        continue;
      }
      mentions.add(
          new TimeMention(
              tokens.originalStart(i),
              tokens.originalEnd(clock.end()),
              clock.at(),
              clock.offset()));
      i = clock.end();
    }
    return List.copyOf(mentions);
  }
}
