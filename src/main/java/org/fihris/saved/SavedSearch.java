package org.fihris.saved;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.fihris.query.Filters;
import org.fihris.query.Interpretation;
import org.fihris.query.QueryParser;
import org.fihris.query.SearchRequest;
import org.fihris.query.Words;

/**
 * A search that is kept under a name.
 *
 * @param name 1 to {@value #MAX_NAME} characters without tabs and line ends, and no space around
 * @param text the query, at most {@value QueryParser#MAX_LENGTH} characters; tabs and line ends
 *     become spaces
 * @param interpretation how it is understood; an article must have all words unless one is enough
 * @param filters the articles that may match
 */
public record SavedSearch(
    String name, String text, Interpretation interpretation, Filters filters) {

  public static final int MAX_NAME = 100;

  /**
   * @throws IllegalArgumentException if name or query are out of their limits
   */
  public SavedSearch {
    if (name.isBlank()
        || name.length() > MAX_NAME
        || !name.equals(name.strip())
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a name of 1 to " + MAX_NAME + " characters in one line is wanted, not '" + name + "'");
    }
    if (text.length() > QueryParser.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a query of at most "
              + QueryParser.MAX_LENGTH
              + " characters can be saved, not of "
              + text.length());
    }
    StringBuilder line = new StringBuilder(text);
    for (int i = 0; i < line.length(); i++) {
      if (Character.isISOControl(line.charAt(i)) || Character.isWhitespace(line.charAt(i))) {
        line.setCharAt(i, ' ');
      }
    }
    text = line.toString().strip();
    if (interpretation.words() == Words.ALL_THEN_ANY) {
      interpretation = interpretation.withWords(Words.ALL);
    }
  }

  /** A search as somebody types it, over all articles. */
  public static SavedSearch of(String name, String text) {
    return new SavedSearch(name, text, Interpretation.USUAL, Filters.NONE);
  }

  /** What it asks for. */
  public SearchRequest request() {
    return SearchRequest.of(text).withInterpretation(interpretation).withFilters(filters);
  }

  /** Everything but name and query, as its file has it: {@code from=2025-02-13}. */
  public List<String> conditions() {
    return SavedSearchLine.conditions(this);
  }

  /** What tells it from every other search: name, query and conditions. */
  String key() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(SavedSearchLine.of(this).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, Long.BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
