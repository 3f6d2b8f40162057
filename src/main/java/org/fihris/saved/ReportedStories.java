package org.fihris.saved;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.index.IndexException;
import org.fihris.index.Journal;
import org.jspecify.annotations.Nullable;

/**
 * Which stories were reported for which saved searches. Memory: some 60 bytes a report. Not safe
 * for threads; only the process that writes the index may have one.
 */
final class ReportedStories {
  private static final int DIGITS = 16;

  private final Journal journal;
  private final Map<Long, Set<Long>> bySearch = new HashMap<>();

  private ReportedStories(Journal journal) {
    this.journal = journal;
  }

  /**
   * @throws IndexException if what was reported cannot be read
   */
  static ReportedStories of(Journal journal) {
    ReportedStories stories = new ReportedStories(journal);
    journal.read(line -> stories.note(line.substring(0, DIGITS), line.substring(DIGITS + 1)));
    return stories;
  }

  /** Why what was reported cannot be read; null where it can. */
  static @Nullable String problem(Journal journal) {
    try {
      of(journal);
      return null;
    } catch (IndexException e) {
      return e.getMessage();
    }
  }

  private boolean note(String search, String story) {
    return bySearch.computeIfAbsent(number(search), key -> new HashSet<>()).add(number(story));
  }

  private static long number(String digits) {
    return HexFormat.fromHexDigitsToLong(digits);
  }

  boolean contains(String search, String story) {
    return bySearch.getOrDefault(number(search), Set.of()).contains(number(story));
  }

  /** Notes reports, for good. */
  void add(List<Alert> alerts) {
    List<String> lines = new ArrayList<>();
    for (Alert alert : alerts) {
      if (note(alert.search().key(), alert.hit().group())) {
        lines.add(alert.search().key() + '\t' + alert.hit().group());
      }
    }
    if (!lines.isEmpty()) {
      journal.add(lines);
    }
  }
}
