package org.fihris.suggest;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityEdits;
import org.fihris.entity.EntityType;
import org.fihris.facet.KnownEntities;
import org.fihris.index.IndexException;
import org.fihris.query.Warning;

/**
 * Suggests ways to go on while somebody types. What was found first is the best, since documents
 * lie in the order of their rank: no more is looked at than is shown.
 *
 * <p>Safe for any number of threads. Where there are no suggestions, or they are damaged, nothing
 * is suggested, with a warning.
 */
public final class Suggester implements Closeable {
  /** Longer texts are headlines already. */
  private static final int MOST_WORDS = 10;

  /** Of ten suggestions so many are entities and phrases where there are more of each. */
  private static final int ENTITIES_OF_TEN = 4;

  private static final int PHRASES_OF_TEN = 3;

  private static final List<String> KINDS =
      List.of(SuggestionEntry.ENTITY, SuggestionEntry.PHRASE, SuggestionEntry.HEADLINE);

  private final SuggestionIndex index;
  private final KnownEntities entities;
  private final EntityEdits edits;

  /**
   * @param index closed with this
   * @param entities of the index that is searched
   * @param edits the corrections that are in force there
   */
  public Suggester(SuggestionIndex index, KnownEntities entities, EntityEdits edits) {
    this.index = index;
    this.entities = entities;
    this.edits = edits;
  }

  /** Suggestions for what was typed; none for a text without a word. */
  public Suggestions suggest(SuggestRequest request) throws IOException {
    try {
      String problem = index.problem();
      if (problem != null) {
        return new Suggestions(List.of(), List.of(unusable(problem)));
      }
      List<String> words = TypedWords.of(request.text());
      boolean none = words.isEmpty() || words.size() > MOST_WORDS;
      return new Suggestions(
          none ? List.of() : found(words, request),
          index.isOfThisState() ? List.of() : List.of(older()));
    } catch (IndexException e) {
      return new Suggestions(List.of(), List.of(unusable(String.valueOf(e.getMessage()))));
    }
  }

  private List<Suggestion> found(List<String> words, SuggestRequest request) throws IOException {
    boolean whole = Character.isWhitespace(request.text().charAt(request.text().length() - 1));
    int limit = request.limit();
    List<List<Map<String, String>>> found = entries(words, whole, limit);
    List<Suggestion> ofEntities = new ArrayList<>();
    List<Suggestion> ofPhrases = new ArrayList<>();
    for (Map<String, String> entry : found.get(0)) {
      addEntity(entry, ofEntities);
    }
    Set<String> labels = new HashSet<>();
    ofEntities.forEach(entity -> labels.add(String.join(" ", TypedWords.of(entity.text()))));
    for (Map<String, String> entry : found.get(1)) {
      String text = text(entry, SuggestionEntry.TEXT);
      if (labels.add(String.join(" ", TypedWords.of(text)))) {
        ofPhrases.add(new Suggestion.OfPhrase(text, number(entry)));
      }
    }
    return shared(limit, ofEntities, ofPhrases, headlines(found.get(2)));
  }

  /** Some of each kind; what one leaves free goes to the others. */
  private static List<Suggestion> shared(
      int limit, List<Suggestion> entities, List<Suggestion> phrases, List<Suggestion> headlines) {
    int ofEntities = Math.min(entities.size(), (limit * ENTITIES_OF_TEN + 9) / 10);
    int ofPhrases = Math.min(phrases.size(), limit * PHRASES_OF_TEN / 10);
    int ofHeadlines = Math.min(headlines.size(), limit - ofEntities - ofPhrases);
    ofPhrases = Math.min(phrases.size(), limit - ofEntities - ofHeadlines);
    ofEntities = Math.min(entities.size(), limit - ofPhrases - ofHeadlines);
    List<Suggestion> shared = new ArrayList<>(entities.subList(0, ofEntities));
    shared.addAll(phrases.subList(0, ofPhrases));
    shared.addAll(headlines.subList(0, ofHeadlines));
    return shared;
  }

  /** An entity as the corrections have it now, which may be others than when this was built. */
  private void addEntity(Map<String, String> entry, List<Suggestion> suggestions) {
    EntityType type = EntityType.valueOf(text(entry, SuggestionEntry.TYPE));
    String id = text(entry, SuggestionEntry.ID);
    Entity entity =
        new Entity(
            id, type, text(entry, SuggestionEntry.TEXT), text(entry, SuggestionEntry.LABEL_EN));
    if (!edits.isEmpty()) {
      String shown = edits.shown(id);
      if (entities.isHidden(shown)) {
        return;
      }
      entity = entities.entity(shown, type);
    }
    String shown = entity.id();
    boolean known =
        suggestions.stream()
            .anyMatch(
                s -> s instanceof Suggestion.OfEntity other && other.entity().id().equals(shown));
    if (!known) {
      suggestions.add(new Suggestion.OfEntity(entity, number(entry)));
    }
  }

  /** Articles may have been deleted since. */
  private List<Suggestion> headlines(List<Map<String, String>> entries) throws IOException {
    Set<String> present =
        index.present(entries.stream().map(entry -> text(entry, SuggestionEntry.ID)).toList());
    List<Suggestion> headlines = new ArrayList<>();
    for (Map<String, String> entry : entries) {
      String id = text(entry, SuggestionEntry.ID);
      String day = entry.get(SuggestionEntry.DAY);
      if (present.contains(id)) {
        headlines.add(
            new Suggestion.OfHeadline(
                text(entry, SuggestionEntry.TEXT), id, day == null ? null : LocalDate.parse(day)));
      }
    }
    return headlines;
  }

  private static String text(Map<String, String> entry, String field) {
    return entry.getOrDefault(field, "");
  }

  private static long number(Map<String, String> entry) {
    return Long.parseLong(text(entry, SuggestionEntry.COUNT));
  }

  /** Of each kind as typed; then, for what is left, without the articles that were typed. */
  private List<List<Map<String, String>>> entries(List<String> words, boolean whole, int limit)
      throws IOException {
    List<String> bare = words.stream().map(TypedWords::withoutArticle).toList();
    List<List<Map<String, String>>> found = first(KINDS, words, whole, limit);
    List<String> fewer = new ArrayList<>();
    for (int kind = 0; kind < KINDS.size(); kind++) {
      if (found.get(kind).size() < limit && !bare.equals(words)) {
        fewer.add(KINDS.get(kind));
      }
    }
    List<List<Map<String, String>>> others = first(fewer, bare, whole, limit);
    List<List<Map<String, String>>> entries = new ArrayList<>();
    for (int kind = 0; kind < KINDS.size(); kind++) {
      Set<Map<String, String>> all = new LinkedHashSet<>(found.get(kind));
      int other = fewer.indexOf(KINDS.get(kind));
      all.addAll(other < 0 ? List.of() : others.get(other));
      entries.add(all.stream().limit(limit).toList());
    }
    return entries;
  }

  private List<List<Map<String, String>>> first(
      List<String> kinds, List<String> words, boolean whole, int limit) throws IOException {
    return kinds.isEmpty()
        ? List.of()
        : index.first(kinds.stream().map(kind -> query(kind, words, whole)).toList(), limit);
  }

  private static Query query(String kind, List<String> words, boolean whole) {
    BooleanQuery.Builder query =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(SuggestionEntry.KIND, kind)), Occur.FILTER);
    for (int i = 0; i < words.size(); i++) {
      boolean begun = i + 1 == words.size() && !whole;
      query.add(begun ? beginning(words.get(i)) : word(words.get(i)), Occur.FILTER);
    }
    return query.build();
  }

  private static Query word(String word) {
    return new TermQuery(new Term(SuggestionEntry.WORDS, word));
  }

  private static Query beginning(String letters) {
    return letters.length() <= SuggestionEntry.PREFIX_LETTERS
        ? new TermQuery(new Term(SuggestionEntry.PREFIXES, letters))
        : new PrefixQuery(new Term(SuggestionEntry.WORDS, letters));
  }

  private Warning unusable(String why) {
    return new Warning(Warning.Code.SUGGESTIONS, problem(index.name(), why));
  }

  /** What to say where suggestions cannot be used. */
  static String problem(String index, String why) {
    return "suggestions cannot be used: "
        + why
        + ". The articles are sound; this mends it: fihris suggest "
        + index
        + " --build";
  }

  private Warning older() {
    return new Warning(
        Warning.Code.SUGGESTIONS,
        "Suggestions are of another state of the index; the end of a run renews them, or fihris"
            + " suggest "
            + index.name()
            + " --build.");
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
