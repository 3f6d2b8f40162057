package org.fihris.search;

import java.time.Duration;
import java.util.List;
import org.fihris.analysis.MatchLevel;
import org.fihris.query.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Why an article is a hit of a search, or is none.
 *
 * @param query the query as it was understood, in query syntax
 * @param id of the article
 * @param outcome whether it is a hit
 * @param rank its place among the hits, from 1; 0 if it is not among those asked for
 * @param score as the search gives it; 0 if it is no hit
 * @param parts the parts of the query that may match, in its order. The score is the sum of theirs,
 *     of their {@code asTyped}, of their {@code opening} and of what recency adds
 * @param recency what is added for being recent; null for what is no hit, and where the order does
 *     not ask for it
 * @param warnings what was done that the user may not expect
 */
public record Explanation(
    String query,
    String id,
    Outcome outcome,
    int rank,
    float score,
    List<Part> parts,
    @Nullable Recency recency,
    List<Warning> warnings) {

  public Explanation {
    parts = List.copyOf(parts);
    warnings = List.copyOf(warnings);
  }

  /** How the article stands to the search. */
  public enum Outcome {
    HIT,
    /** It has not what the query asks for, or has what it excludes. */
    NO_MATCH,
    /** It has what the query asks for, but the filters leave it out. */
    FILTERED
  }

  /**
   * What a word, a phrase or a value of a field does for the article.
   *
   * @param text in query syntax
   * @param stem what a bare word is looked for by; null for others
   * @param score for what is found, by BM25; 0 if nothing is
   * @param asTyped added among the best hits where the word stands as it was typed
   * @param opening added among the best hits where the word is in headline, summary or opening
   * @param forms what was found, by field, in the order of the text; empty for a value of a field
   */
  public record Part(
      String text,
      @Nullable String stem,
      float score,
      float asTyped,
      float opening,
      List<Form> forms) {

    public Part {
      forms = List.copyOf(forms);
    }
  }

  /**
   * What being recent adds to the points of an article.
   *
   * @param age since its publication, negative where that is later; null where it is not known
   * @param share 1 for an article of now, halved with each half-life between
   * @param score added: the points of all parts times {@code share}
   */
  public record Recency(@Nullable Duration age, double share, float score) {}

  /**
   * A form in which a part of the query stands in the article.
   *
   * @param field title, summary or body
   * @param text as it is written there
   * @param count how often it stands there
   * @param level how near it is to what was typed; null where the query does not tell
   */
  public record Form(String field, String text, int count, @Nullable MatchLevel level) {}
}
