package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.fihris.matching.QueryLeaf;
import org.fihris.matching.QueryWord;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.query.Words;
import org.jspecify.annotations.Nullable;

/**
 * Finds what answers a request: what it asks for, else words of kin, else some of its words. Safe
 * for any number of threads.
 */
final class Answers {

  private final RequestTranslator translator;
  private final HitFinder finder;

  Answers(RequestTranslator translator, HitFinder finder) {
    this.translator = translator;
    this.finder = finder;
  }

  /** Which of the queries that are made of a request found its hits. */
  enum Stage {
    /** What it asks for. */
    AS_ASKED,
    /** Words of kin in the place of unknown ones. */
    KIN,
    /** Some of its words. */
    SOME
  }

  /**
   * What answers a request.
   *
   * @param query the one that was carried out: as asked, or relaxed where that found nothing
   * @param leaves its parts
   */
  record Answer(
      Query query,
      Stage stage,
      RequestTranslator.Understood understood,
      List<QueryLeaf> leaves,
      Found found) {}

  /**
   * A page goes on with the query that found the page before it, even where another one would find
   * something by now.
   *
   * @param warnings where what the user should know is added
   */
  Answer answer(SearchRequest request, Cursors.Start start, List<Warning> warnings)
      throws IOException {
    RequestTranslator.Understood understood = translator.understand(request, warnings);
    Stage begun = start.after() == null ? null : start.after().stage();
    if (begun == Stage.KIN) {
      Answer kin = ofKin(request, start, warnings);
      if (kin != null) {
        return kin;
      }
    }
    if (begun == Stage.SOME) {
      Answer some = ofSome(request, start, understood, warnings);
      if (some != null) {
        return some;
      }
    }
    Found found = find(request, start, understood.query(), understood.words());
    if (begun == null && found.total() == 0) {
      boolean mayBeKin = request.interpretation().words() == Words.ALL_THEN_ANY;
      Answer other = mayBeKin ? ofKin(request, start, warnings) : null;
      other = other == null ? ofSome(request, start, understood, warnings) : other;
      if (other != null) {
        return other;
      }
    }
    return new Answer(understood.query(), Stage.AS_ASKED, understood, understood.leaves(), found);
  }

  private @Nullable Answer ofSome(
      SearchRequest request,
      Cursors.Start start,
      RequestTranslator.Understood understood,
      List<Warning> warnings)
      throws IOException {
    Query relaxed = understood.relaxed();
    if (relaxed == null) {
      return null;
    }
    Found some = find(request, start, relaxed, understood.words());
    if (some.total() == 0) {
      return null;
    }
    warnings.add(
        new Warning(
            Warning.Code.SOME_WORDS, "No article has all the words; these have some of them."));
    return new Answer(relaxed, Stage.SOME, understood, understood.relaxedLeaves(), some);
  }

  /** How many articles have all that each of some requests asks for, without words of kin. */
  List<Long> counts(List<SearchRequest> requests) throws IOException {
    List<SearchRequest> strict =
        requests.stream()
            .map(
                request ->
                    request.interpretation().words() == Words.ALL_THEN_ANY
                        ? request.withWords(Words.ALL)
                        : request)
            .toList();
    translator.foresee(strict);
    List<Counting> counting = new ArrayList<>();
    for (SearchRequest request : strict) {
      Query query = translator.understand(request, new ArrayList<>()).query();
      counting.add(new Counting(request, query));
    }
    return finder.counts(counting);
  }

  private @Nullable Answer ofKin(SearchRequest request, Cursors.Start start, List<Warning> warnings)
      throws IOException {
    List<String> unknown = new ArrayList<>();
    RequestTranslator.Understood kin = translator.kin(request, unknown);
    if (kin == null) {
      return null;
    }
    Found found = find(request, start, kin.query(), kin.words());
    if (found.total() == 0) {
      return null;
    }
    warnings.add(
        new Warning(
            Warning.Code.WORDS_OF_KIN,
            "No article has a form of "
                + String.join(", ", unknown)
                + "; these have words with the same consonants."));
    return new Answer(kin.query(), Stage.KIN, kin, kin.leaves(), found);
  }

  private Found find(SearchRequest request, Cursors.Start start, Query query, List<QueryWord> words)
      throws IOException {
    return finder.find(request, start, query, words);
  }

  /** How many articles a query finds under the filters of a request. */
  long count(SearchRequest request, Query query) throws IOException {
    return finder.counts(List.of(new Counting(request, query))).getFirst();
  }
}
