package org.fihris.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fihris.text.FoldedText;
import org.jspecify.annotations.Nullable;

/**
 * The names in one text that no table holds, by grammar. Where such a name holds a listed name of
 * one word, the longer name counts.
 */
final class Unlisted {
  private static final String ALEF = "ا";
  private static final Pattern GAP = Pattern.compile("\\s+");

  private final CharSequence original;
  private final FoldedText folded;
  private final Tokens tokens;
  private final OtherSpellings spellings;

  Unlisted(CharSequence original, FoldedText folded, Tokens tokens, OtherSpellings spellings) {
    this.original = original;
    this.folded = folded;
    this.tokens = tokens;
    this.spellings = spellings;
  }

  /** The listed names that stand, and the others, sorted by place. */
  List<Placed> add(List<Resolution.Found> listed) {
    BitSet taken = new BitSet();
    for (Resolution.Found found : listed) {
      if (!mayBePartOfMore(found)) {
        taken.set(found.match().first(), found.match().last() + 1);
      }
    }
    List<Phrase> phrases = phrases(taken);
    int[] ends = new int[tokens.count()];
    listed.forEach(found -> ends[found.match().first()] = found.match().last() + 1);
    // A name that the table gives to somebody is his, however the grammar came to it.
    phrases.removeIf(phrase -> ends[phrase.first()] == phrase.last() + 1);
    phrases.removeIf(phrase -> isDoubtful(phrase) && holdsListed(phrase, ends));
    BitSet covered = new BitSet();
    phrases.forEach(phrase -> covered.set(phrase.first(), phrase.last() + 1));
    List<Placed> placed = new ArrayList<>();
    for (Resolution.Found found : listed) {
      boolean stands = !covered.get(found.match().first());
      if (stands) {
        covered.set(found.match().first(), found.match().last() + 1);
        placed.add(listed(found));
      }
    }
    place(phrases, covered, placed);
    return placed;
  }

  /** Names that a tagger found beside those that are placed, and family names that follow. */
  List<Placed> addTagged(List<Placed> placed, List<Phrase> tagged) {
    List<Placed> all = new ArrayList<>(placed);
    BitSet covered = new BitSet();
    placed.forEach(each -> covered.set(each.first(), each.last() + 1));
    tagged.forEach(phrase -> covered.set(phrase.first(), phrase.last() + 1));
    place(tagged, covered, all);
    return all;
  }

  /** Adds names that no table holds as they are written, and family names that follow of them. */
  private void place(List<Phrase> phrases, BitSet covered, List<Placed> placed) {
    List<Mention> listed =
        placed.stream()
            .filter(each -> each.source() == Placed.Source.TABLE)
            .map(Placed::mention)
            .toList();
    OneSpelling names = new OneSpelling(phrases, listed, spellings, this::entity, tokens);
    Map<String, Bearer> families = families(phrases, names);
    phrases.forEach(phrase -> placed.add(place(phrase, names, families)));
    addFamilies(names, families, covered, placed);
    placed.sort(Comparator.comparingInt(Placed::first));
  }

  /** The word before a listed name may be no name: التقيا بوتين, لقاء بوتين. */
  private boolean isDoubtful(Phrase phrase) {
    boolean byGivenName = phrase.evidence() instanceof Evidence.GivenName;
    int given = WordClass.all(WordClass.GIVEN, WordClass.KUNYA);
    return !phrase.tells() || byGivenName && !tokens.isAny(phrase.first(), given);
  }

  private static boolean holdsListed(Phrase phrase, int[] ends) {
    return IntStream.rangeClosed(phrase.first(), phrase.last()).anyMatch(word -> ends[word] > 0);
  }

  /** A title or a word for the kind of thing that a table gives with a name is no part of it. */
  private int start(Resolution.Found found) {
    int first = found.match().first();
    int rest = found.match().last() - first;
    boolean titled =
        switch (found.entity().type()) {
          case PERSON -> tokens.is(first, WordClass.TITLE) && rest >= 2;
          case PLACE -> tokens.is(first, WordClass.PLACE) && rest >= 1;
          case ORGANISATION -> tokens.is(first, WordClass.MEDIUM) && rest >= 1;
        };
    return titled ? tokens.words.start(first + 1) : found.match().start();
  }

  private boolean mayBePartOfMore(Resolution.Found found) {
    return found.entity().type() == EntityType.PERSON
        && found.match().first() == found.match().last();
  }

  private List<Phrase> phrases(BitSet taken) {
    List<Phrase> phrases = new ArrayList<>();
    PersonGrammar persons = new PersonGrammar(tokens, taken);
    BodyGrammar bodies = new BodyGrammar(tokens, taken, persons);
    for (int word = 0; word < tokens.count(); word++) {
      Phrase phrase = bodies.at(word);
      if (phrase == null) {
        phrase = persons.at(word);
      }
      if (phrase != null) {
        phrases.add(phrase);
        word = phrase.last();
      }
    }
    return phrases;
  }

  /**
   * Who bears a family name in this text.
   *
   * @param tells whether the text has the full name
   */
  private record Bearer(Entity entity, boolean tells) {}

  private Map<String, Bearer> families(List<Phrase> phrases, OneSpelling names) {
    Map<String, Bearer> families = bearers(phrases, names, Phrase::tells);
    // A name alone that something introduces, for the other places where it stands.
    bearers(phrases, names, this::isIntroduced).forEach(families::putIfAbsent);
    return families;
  }

  private boolean isIntroduced(Phrase phrase) {
    return phrase.evidence() instanceof Evidence.Introduced && tokens.isUnknown(phrase.last());
  }

  private Map<String, Bearer> bearers(
      List<Phrase> phrases, OneSpelling names, Predicate<Phrase> which) {
    Map<String, Bearer> bearers = new HashMap<>();
    Set<String> shared = new HashSet<>();
    for (Phrase phrase : phrases) {
      if (phrase.type() == EntityType.PERSON && which.test(phrase)) {
        Bearer bearer = new Bearer(names.entity(phrase), phrase.tells());
        Bearer first = bearers.putIfAbsent(tokens.bare(phrase.last()), bearer);
        if (first != null && !first.entity().id().equals(bearer.entity().id())) {
          shared.add(tokens.bare(phrase.last()));
        }
      }
    }
    bearers.keySet().removeAll(shared);
    return bearers;
  }

  private void addFamilies(
      OneSpelling names, Map<String, Bearer> families, BitSet covered, List<Placed> placed) {
    if (families.isEmpty() && !names.mayBeFamilyNames()) {
      return;
    }
    for (int word = 0; word < tokens.count(); word++) {
      if (!covered.get(word) && isNameRather(word)) {
        Bearer bearer = families.get(tokens.bare(word));
        OtherSpellings.@Nullable Meant listed = bearer == null ? names.familyName(word) : null;
        if (bearer != null) {
          placed.add(place(tokens.from(word), word, word, bearer));
        } else if (listed != null) {
          placed.add(place(tokens.from(word), word, word, listed));
        }
      }
    }
  }

  private boolean isNameRather(int word) {
    return tokens.isUnknown(word)
        || tokens.isAny(word, WordClass.all(WordClass.GIVEN, WordClass.FAMILY))
        || tokens.is(word, WordClass.FAMILY_TOO) && tokens.hasArticle(word);
  }

  private Placed listed(Resolution.Found found) {
    int first = found.match().first();
    int last = found.match().last();
    Mention mention = mention(start(found), last, found.entity(), found.evidence(), true);
    return new Placed(mention, first, last, Placed.Source.TABLE);
  }

  private Placed place(Phrase phrase, OneSpelling names, Map<String, Bearer> families) {
    int first = phrase.first();
    int last = phrase.last();
    OtherSpellings.@Nullable Meant meant = names.meant(phrase);
    if (meant != null) {
      return place(phrase.start(), first, last, meant);
    }
    if (phrase.type() == EntityType.PERSON && phrase.length() == 1) {
      @Nullable Bearer bearer = families.get(tokens.bare(last));
      if (bearer != null && bearer.tells()) {
        return place(phrase.start(), first, last, bearer);
      }
    }
    Mention mention =
        mention(phrase.start(), last, names.entity(phrase), phrase.evidence(), phrase.tells());
    return new Placed(mention, first, last, source(phrase.tells()));
  }

  private Placed place(int start, int first, int last, OtherSpellings.Meant meant) {
    Mention mention = mention(start, last, meant.entity(), meant.evidence(), true);
    return new Placed(mention, first, last, Placed.Source.GRAMMAR);
  }

  private Placed place(int start, int first, int last, Bearer bearer) {
    Evidence evidence = new Evidence.FullNameElsewhere();
    Mention mention = mention(start, last, bearer.entity(), evidence, bearer.tells());
    return new Placed(mention, first, last, source(bearer.tells()));
  }

  private static Placed.Source source(boolean tells) {
    return tells ? Placed.Source.GRAMMAR : Placed.Source.GUESS;
  }

  private Mention mention(int start, int last, Entity entity, Evidence evidence, boolean tells) {
    int end = tokens.words.end(last);
    return new Mention(
        folded.originalStart(start), folded.originalEnd(end), entity, evidence, tells);
  }

  private Entity entity(Phrase phrase) {
    int from = folded.originalStart(phrase.start());
    int to = folded.originalEnd(tokens.words.end(phrase.last()));
    String label = GAP.matcher(original.subSequence(from, to)).replaceAll(" ").strip();
    String text = tokens.words.text.substring(phrase.start(), tokens.words.end(phrase.last()));
    if (tokens.lostAlef(phrase.first())) {
      label = ALEF + label;
      text = ALEF + text;
    }
    return new Entity(Entity.unlistedId(text), phrase.type(), label, label);
  }
}
