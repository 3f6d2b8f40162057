package org.fihris.suggest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headlines of articles, each wording once: that of the first article. For one thread. */
final class Headlines {
  /** A headline of more letters is none. */
  private static final int LONGEST = 300;

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}\u0640]+|[^\\s\\p{L}\\p{N}\\p{M}]");
  private static final int ISO_DAY = 10;

  private long[] seen = new long[1 << 16];
  private int wordings;

  /**
   * A headline.
   *
   * @param seconds since 1970, 0 where the date is unknown
   */
  record Headline(String id, String text, @Nullable LocalDate day, long seconds) {

    /** Its words; an empty one for a sign between two. */
    List<String> words() {
      List<String> words = new ArrayList<>();
      for (MatchResult found : (Iterable<MatchResult>) WORD.matcher(text).results()::iterator) {
        String word = found.group();
        words.add(Character.isLetterOrDigit(word.codePointAt(0)) ? word : "");
      }
      return words;
    }
  }

  /** The headline of an article; null where it has none, or its wording was met before. */
  @Nullable Headline of(SuggestionSource.Titled article) {
    String id = article.id();
    String title = article.title();
    if (id == null || title == null || title.isBlank() || title.length() > LONGEST) {
      return null;
    }
    String date = article.date();
    LocalDate day =
        date == null || date.length() < ISO_DAY
            ? null
            : LocalDate.parse(date.substring(0, ISO_DAY));
    String text = title.strip().replaceAll("\\s+", " ");
    return isNew(String.join(" ", TypedWords.of(text)))
        ? new Headline(id, text, day, article.seconds())
        : null;
  }

  /** A set of hashes in one array: a wording that is lost by a collision is one of very many. */
  private boolean isNew(String wording) {
    long hash = hash(wording);
    int slot = slot(hash, seen.length);
    while (seen[slot] != 0) {
      if (seen[slot] == hash) {
        return false;
      }
      slot = (slot + 1) & (seen.length - 1);
    }
    seen[slot] = hash;
    if (++wordings * 2 > seen.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] before = seen;
    seen = new long[before.length * 2];
    for (long hash : before) {
      if (hash != 0) {
        int slot = slot(hash, seen.length);
        while (seen[slot] != 0) {
          slot = (slot + 1) & (seen.length - 1);
        }
        seen[slot] = hash;
      }
    }
  }

  private static int slot(long hash, int length) {
    return (int) (hash >>> 32) & (length - 1);
  }

  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    hash = (hash ^ hash >>> 29) * 0x9E3779B97F4A7C15L;
    return hash == 0 ? 1 : hash;
  }
}
