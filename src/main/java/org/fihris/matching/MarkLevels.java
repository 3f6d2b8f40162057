package org.fihris.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fihris.analysis.MatchLevel;
import org.fihris.query.QueryNode;
import org.fihris.query.Spelling;
import org.fihris.text.Folding;
import org.fihris.text.Proclitics;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a marked part of an article which word of the query it matches and how nearly, and which
 * marks are none: the index marks by stems, but a quoted word is no other form of itself. For one
 * thread.
 */
public final class MarkLevels {
  private final QueryAnalyzers analyzers;
  private final boolean anySpelling;
  private final List<Wanted> wanted = new ArrayList<>();

  private final List<Likeness> likenesses = new ArrayList<>();

  /** By the stem of a word of another name the words of the query that name the entity. */
  private final Map<String, String> otherNames = new HashMap<>();

  /** Of every text so far, as few forms of few words make up the marks of an answer. */
  private final Map<String, Optional<Match>> matches = new HashMap<>();

  private final @Nullable MatchLevel otherwise;
  private final boolean rejects;

  /**
   * A word of the query.
   *
   * @param exact as it was typed, folded exactly
   * @param spellings all folded spellings that may stand for it
   * @param stem null for a stop word
   * @param widest the furthest level at which it matches
   * @param joins whether particles joined to its front do not count
   */
  private record Wanted(
      String exact,
      String folded,
      List<String> spellings,
      @Nullable String stem,
      MatchLevel widest,
      boolean joins) {}

  /** What a mark matches. */
  public record Match(@Nullable String word, @Nullable MatchLevel level) {}

  /**
   * @param leaves the words of the query: words, phrases and exact words
   * @param named entities that words of the query name, of which other names are marked too
   * @param otherwise the level of marks that match none of them
   */
  MarkLevels(
      List<QueryNode> leaves,
      List<NamedEntities.Named> named,
      LikeQueries likes,
      QueryAnalyzers analyzers,
      Spelling spelling,
      @Nullable MatchLevel otherwise) {
    this.analyzers = analyzers;
    this.anySpelling = spelling == Spelling.ANY;
    this.otherwise = otherwise;
    for (QueryNode leaf : leaves) {
      add(leaf, likes);
    }
    named.forEach(this::add);
    this.rejects =
        otherwise == null
            && (!likenesses.isEmpty()
                || wanted.stream()
                    .anyMatch(word -> !anySpelling || word.widest.compareTo(MatchLevel.STEM) < 0));
  }

  private void add(QueryNode leaf, LikeQueries likes) {
    switch (leaf) {
      case QueryNode.Word word -> add(word.text(), MatchLevel.STEM, false);
      case QueryNode.Phrase phrase -> add(phrase.text(), MatchLevel.SPELLING, true);
      case QueryNode.Exact exact -> add(exact.text(), MatchLevel.EXACT, false);
      case QueryNode.Wildcard wildcard -> add(likes.of(wildcard), wildcard.text());
      case QueryNode.Fuzzy fuzzy -> {
        add(fuzzy.text(), MatchLevel.SURFACE, true);
        add(likes.of(fuzzy), fuzzy.text());
      }
      case QueryNode.Near near -> {
        add(near.left(), likes);
        add(near.right(), likes);
      }
      case QueryNode.All all -> all.nodes().forEach(node -> add(node, likes));
      case QueryNode.Any any -> any.nodes().forEach(node -> add(node, likes));
      // Values of fields mark nothing, and the others are no leaves.
      case QueryNode.InField value -> {}
      case QueryNode.Days days -> {}
      case QueryNode.Undated undated -> {}
      case QueryNode.Not not -> {}
      case QueryNode.Everything everything -> {}
    }
  }

  /** What costs too much was looked for as a plain word. */
  private void add(@Nullable Likeness likeness, String text) {
    if (likeness == null) {
      add(text, MatchLevel.STEM, false);
    } else {
      likenesses.add(likeness);
    }
  }

  /**
   * @param joined whether particles may be joined to the first word
   */
  private void add(String text, MatchLevel widest, boolean joined) {
    boolean joins = joined;
    for (AnalysedWord word : AnalysedWord.of(text, analyzers.written())) {
      String folded = Folding.fold(word.term());
      List<String> spellings =
          anySpelling ? analyzers.stems().spellings().spellings(folded) : List.of(folded);
      wanted.add(new Wanted(word.term(), folded, spellings, stem(word.term()), widest, joins));
      joins = false;
    }
  }

  private @Nullable String stem(String word) {
    List<AnalysedWord> found = AnalysedWord.of(word, analyzers.stems());
    return found.isEmpty() ? null : found.getFirst().term();
  }

  private void add(NamedEntities.Named entity) {
    for (String name : entity.otherNames()) {
      for (AnalysedWord stem : AnalysedWord.of(name, analyzers.stems())) {
        otherNames.putIfAbsent(stem.term(), entity.words());
      }
    }
  }

  /** Whether some marks by stems are to be left out. */
  public boolean rejects() {
    return rejects;
  }

  /** What a marked part of an article matches; null if it is no match. */
  public @Nullable Match match(String text) {
    return matches.computeIfAbsent(text, fresh -> Optional.ofNullable(find(fresh))).orElse(null);
  }

  private @Nullable Match find(String text) {
    Set<String> words = new LinkedHashSet<>();
    MatchLevel furthest = MatchLevel.EXACT;
    for (AnalysedWord token : AnalysedWord.of(text, analyzers.written())) {
      String folded = Folding.fold(token.term());
      String stem = stem(token.term());
      Wanted nearest = null;
      MatchLevel level = MatchLevel.KIN;
      for (Wanted word : wanted) {
        MatchLevel at = level(word, token.term(), folded, stem);
        if (at != null && (nearest == null || at.compareTo(level) < 0)) {
          nearest = word;
          level = at;
        }
      }
      String typed = nearest == null ? otherNames.get(stem) : nearest.exact;
      String like = typed == null ? like(folded) : null;
      if (typed != null || like != null) {
        words.add(typed == null ? like : typed);
        MatchLevel at = typed == null ? MatchLevel.LIKE : nearest == null ? MatchLevel.NAME : level;
        furthest = at.compareTo(furthest) > 0 ? at : furthest;
      }
    }
    if (!words.isEmpty()) {
      return new Match(String.join(" ", words), furthest);
    }
    return rejects ? null : new Match(null, otherwise);
  }

  private @Nullable String like(String folded) {
    for (Likeness likeness : likenesses) {
      if (likeness.matches(folded)) {
        return likeness.typed();
      }
    }
    return null;
  }

  /** How near a word of an article is to one of the query; null if it is no match. */
  private @Nullable MatchLevel level(
      Wanted word, String exact, String folded, @Nullable String stem) {
    MatchLevel level = surface(word, exact, folded);
    if (level == null && word.joins) {
      for (Proclitics.Reading reading : Proclitics.readings(folded)) {
        MatchLevel joined = surface(word, reading.rest(), reading.rest());
        level = level == null ? joined : level;
      }
    }
    if (level == null && stem != null && stem.equals(word.stem) && inSpelling(word, exact)) {
      level = MatchLevel.STEM;
    }
    return level == null || level.compareTo(word.widest) > 0 ? null : level;
  }

  private boolean inSpelling(Wanted word, String exact) {
    return anySpelling || analyzers.typed().typed(word.exact).alike(analyzers.typed().typed(exact));
  }

  private static @Nullable MatchLevel surface(Wanted word, String exact, String folded) {
    if (exact.equals(word.exact)) {
      return MatchLevel.EXACT;
    }
    if (folded.equals(word.folded)) {
      return MatchLevel.SURFACE;
    }
    return word.spellings.contains(folded) ? MatchLevel.SPELLING : null;
  }
}
