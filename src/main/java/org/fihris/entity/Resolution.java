package org.fihris.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;
import org.fihris.entity.EntityRecogniser.Match;
import org.fihris.entity.EntityRecogniser.Scan;
import org.fihris.entity.NameTrie.Claim;
import org.fihris.text.Proclitics;

/**
 * Decides which matches of a text count and which entity each of them means.
 *
 * <p>A conditional claim ({@link Use#SUPPORTED}, {@link Use#CUED}) on a name holds, in falling
 * order of strength,
 *
 * <ol>
 *   <li>where one of the entity's cue words stands right before the name;
 *   <li>unless it is {@link Use#CUED}, where an unconditional name of the entity, or one of its cue
 *       words for anywhere, stands in the same text.
 * </ol>
 *
 * The claims of the stronger kind win if there is exactly one; several of one kind cancel each
 * other. Where no conditional claim holds, the name means the entity that claims it without
 * condition, and nothing if there is none. A person's name right after a given name is part of
 * somebody else's name and means nobody.
 */
final class Resolution {

  record Found(Match match, Entity entity, Evidence evidence) {}

  private static final String BRACKET = "(";
  private static final String AFTER_BRACKETED = ")-/";

  private static final int NOTHING = -1;
  private static final int UNDECIDED = -2;

  private final List<Entity> entities;
  private final int[][] before;
  private final int[][] anywhere;
  private final WordTable table;
  private final BitSet givenNames = new BitSet();

  Resolution(Gazetteer gazetteer, WordTable table) {
    this.table = table;
    List<GazetteerTable.Row> rows = gazetteer.rows();
    entities = rows.stream().map(GazetteerTable.Row::entity).toList();
    before = rows.stream().map(row -> ids(row.cues().before())).toArray(int[][]::new);
    for (int id : ids(gazetteer.givenNames())) {
      givenNames.set(id);
    }
    anywhere = rows.stream().map(row -> ids(row.cues().anywhere())).toArray(int[][]::new);
  }

  List<Found> resolve(Scan scan) {
    BitSet certain = new BitSet();
    walk(scan, match -> certainly(scan, match), (match, id) -> certain.set(id));
    List<Found> found = new ArrayList<>();
    walk(
        scan,
        match -> meant(scan, match, certain),
        (match, id) ->
            found.add(new Found(match, entities.get(id), evidence(scan, match, id, certain))));
    return found;
  }

  /**
   * Goes through the text from left to right, at each word taking the longest match that counts.
   *
   * @param verdict the entity meant, {@link #NOTHING} for a phrase without one, {@link #UNDECIDED}
   *     where the match does not count
   */
  private static void walk(Scan scan, ToIntFunction<Match> verdict, ObjIntConsumer<Match> sink) {
    List<Match> matches = scan.matches;
    int free = 0;
    int group = 0;
    while (group < matches.size()) {
      int end = group + 1;
      while (end < matches.size() && matches.get(end).first() == matches.get(group).first()) {
        end++;
      }
      for (int i = end - 1; i >= group && matches.get(i).first() >= free; i--) {
        int entity = verdict.applyAsInt(matches.get(i));
        if (entity != UNDECIDED) {
          free = matches.get(i).last() + 1;
          if (entity != NOTHING) {
            sink.accept(matches.get(i), entity);
          }
        }
      }
      group = end;
    }
  }

  private int certainly(Scan scan, Match match) {
    List<Claim> claims = match.meaning().claims();
    if (claims.isEmpty()) {
      return NOTHING;
    }
    for (Claim claim : claims) {
      if (claim.use().isCertain()) {
        return isPartOfMore(scan, match, claim) ? UNDECIDED : claim.entity();
      }
    }
    return UNDECIDED;
  }

  private int meant(Scan scan, Match match, BitSet certain) {
    int cued = UNDECIDED;
    int known = UNDECIDED;
    int cues = 0;
    int contexts = 0;
    for (Claim claim : match.meaning().claims()) {
      if (claim.use().isCertain() || isPartOfMore(scan, match, claim)) {
        continue;
      }
      boolean supported =
          claim.use() == Use.BRACKETED
              ? isBracketed(scan, match)
              : hasCue(scan, match, claim.entity());
      if (supported) {
        cued = claim.entity();
        cues++;
      } else if (claim.use() == Use.SUPPORTED && hasContext(scan, claim.entity(), certain)) {
        known = claim.entity();
        contexts++;
      }
    }
    if (cues == 1) {
      return cued;
    }
    return cues == 0 && contexts == 1 ? known : certainly(scan, match);
  }

  /** Why a match that counts means this entity: the strongest reason there is. */
  private Evidence evidence(Scan scan, Match match, int entity, BitSet certain) {
    boolean conditional =
        match.meaning().claims().stream()
            .anyMatch(claim -> claim.entity() == entity && !claim.use().isCertain());
    if (!conditional) {
      return new Evidence.Name();
    }
    int cue = cueBefore(scan, match, entity);
    if (cue >= 0) {
      return new Evidence.WordBefore(table.word(cue));
    }
    if (isBracketed(scan, match) && claims(match, entity, Use.BRACKETED)) {
      return new Evidence.WordBefore(BRACKET);
    }
    int word = cueAnywhere(scan, entity);
    return certain.get(entity) || word < 0
        ? new Evidence.OtherName()
        : new Evidence.WordElsewhere(table.word(word));
  }

  private static boolean claims(Match match, int entity, Use use) {
    return match.meaning().claims().stream()
        .anyMatch(claim -> claim.entity() == entity && claim.use() == use);
  }

  /** Whether the name is alone in brackets, or the first thing there: (الفرنسية - أرشيف). */
  private static boolean isBracketed(Scan scan, Match match) {
    String text = scan.words.text;
    int before = match.start() - 1;
    int after = scan.words.end(match.last());
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    while (after < text.length() && text.charAt(after) == ' ') {
      after++;
    }
    return before >= 0
        && BRACKET.indexOf(text.charAt(before)) == 0
        && after < text.length()
        && AFTER_BRACKETED.indexOf(text.charAt(after)) >= 0;
  }

  /**
   * Whether the word before makes the name part of another phrase: a given name before a person's
   * ({@code سارة نتنياهو}), or a noun with the article before what is then its adjective.
   */
  private boolean isPartOfMore(Scan scan, Match match, Claim claim) {
    Words words = scan.words;
    int previous = match.first() - 1;
    boolean joined = match.start() > words.start(match.first());
    if (previous < 0 || joined || !words.continues(previous)) {
      return false;
    }
    if (claim.use() == Use.NOUN) {
      return hasArticle(words.text, words.start(previous), words.end(previous));
    }
    return entities.get(claim.entity()).type() == EntityType.PERSON
        && words.id(previous) >= 0
        && givenNames.get(words.id(previous));
  }

  private static boolean hasArticle(String text, int from, int to) {
    for (int length = 0; length <= Proclitics.longest(text, from, to); length++) {
      int rest = from + length;
      if (text.startsWith("ال", rest) && rest + 2 < to) {
        return true;
      }
      if (length > 0 && Proclitics.swallowsAlef(text, rest, to)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasContext(Scan scan, int entity, BitSet certain) {
    return certain.get(entity) || cueAnywhere(scan, entity) >= 0;
  }

  /** The number of a cue word of the entity that stands in the text; negative if none does. */
  private int cueAnywhere(Scan scan, int entity) {
    for (int cue : anywhere[entity]) {
      if (scan.holds(cue)) {
        return cue;
      }
    }
    return WordTable.UNKNOWN;
  }

  private boolean hasCue(Scan scan, Match match, int entity) {
    return cueBefore(scan, match, entity) >= 0;
  }

  /** The number of the entity's cue word right before the match; negative if there is none. */
  private int cueBefore(Scan scan, Match match, int entity) {
    Words words = scan.words;
    int previous = match.first() - 1;
    if (before[entity].length == 0
        || previous < 0
        || !words.continues(previous) && !words.introduces(previous)) {
      return WordTable.UNKNOWN;
    }
    int from = words.start(previous);
    int to = words.end(previous);
    if (isCue(words.id(previous), entity)) {
      return words.id(previous);
    }
    int bare =
        Proclitics.longest(words.text, from, to) > 0
            ? table.find(words.text, from + 1, to)
            : WordTable.UNKNOWN;
    return isCue(bare, entity) ? bare : WordTable.UNKNOWN;
  }

  private boolean isCue(int word, int entity) {
    for (int cue : before[entity]) {
      if (cue == word) {
        return true;
      }
    }
    return false;
  }

  private int[] ids(List<String> words) {
    return words.stream().mapToInt(table::find).toArray();
  }
}
