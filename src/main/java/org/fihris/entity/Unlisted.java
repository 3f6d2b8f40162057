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

  /** The listed names that stand, and the others, sorted by start. */
  List<Mention> add(List<Resolution.Found> listed) {
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
    List<Mention> mentions = new ArrayList<>();
    for (Resolution.Found found : listed) {
      boolean stands = !covered.get(found.match().first());
      if (stands) {
        covered.set(found.match().first(), found.match().last() + 1);
        mentions.add(
            mention(start(found), found.match().last(), found.entity(), found.evidence(), true));
      }
    }
    OneSpelling names = new OneSpelling(phrases, mentions, spellings, this::entity, tokens);
    Map<String, Bearer> families = families(phrases, names);
    for (Phrase phrase : phrases) {
      mentions.add(mention(phrase, names, families));
    }
    addFamilies(names, families, covered, mentions);
    mentions.sort(Comparator.comparingInt(Mention::start));
    return mentions;
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

  /** A title or a word for the kind of place that a table gives with a name is no part of it. */
  private int start(Resolution.Found found) {
    int first = found.match().first();
    int rest = found.match().last() - first;
    boolean titled =
        switch (found.entity().type()) {
          case PERSON -> tokens.is(first, WordClass.TITLE) && rest >= 2;
          case PLACE -> tokens.is(first, WordClass.PLACE) && rest >= 1;
          case ORGANISATION -> false;
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
      OneSpelling names, Map<String, Bearer> families, BitSet covered, List<Mention> mentions) {
    if (families.isEmpty() && !names.mayBeFamilyNames()) {
      return;
    }
    for (int word = 0; word < tokens.count(); word++) {
      if (!covered.get(word) && isNameRather(word)) {
        Bearer bearer = families.get(tokens.bare(word));
        OtherSpellings.@Nullable Meant listed = bearer == null ? names.familyName(word) : null;
        if (bearer != null) {
          mentions.add(mention(tokens.from(word), word, bearer));
        } else if (listed != null) {
          mentions.add(mention(tokens.from(word), word, listed.entity(), listed.evidence(), true));
        }
      }
    }
  }

  private boolean isNameRather(int word) {
    return tokens.isUnknown(word)
        || tokens.isAny(word, WordClass.all(WordClass.GIVEN, WordClass.FAMILY))
        || tokens.is(word, WordClass.FAMILY_TOO) && tokens.hasArticle(word);
  }

  private Mention mention(Phrase phrase, OneSpelling names, Map<String, Bearer> families) {
    OtherSpellings.@Nullable Meant meant = names.meant(phrase);
    if (meant != null) {
      return mention(phrase.start(), phrase.last(), meant.entity(), meant.evidence(), true);
    }
    Entity entity = names.entity(phrase);
    if (phrase.type() == EntityType.PERSON && phrase.length() == 1) {
      @Nullable Bearer bearer = families.get(tokens.bare(phrase.last()));
      if (bearer != null && bearer.tells()) {
        return mention(phrase.start(), phrase.last(), bearer);
      }
    }
    return mention(phrase.start(), phrase.last(), entity, phrase.evidence(), phrase.tells());
  }

  private Mention mention(int start, int last, Bearer bearer) {
    Evidence evidence = new Evidence.FullNameElsewhere();
    return mention(start, last, bearer.entity(), evidence, bearer.tells());
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
