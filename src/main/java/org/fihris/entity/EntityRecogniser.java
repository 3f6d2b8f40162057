package org.fihris.entity;

import java.util.ArrayList;
import java.util.List;
import org.fihris.config.IndexConfig;
import org.fihris.entity.NameTrie.Meaning;
import org.fihris.entity.NameTrie.Node;
import org.fihris.text.FoldedText;
import org.fihris.text.Folding;
import org.fihris.text.Proclitics;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of the gazetteer in running text, whole words behind the usual proclitics, names
 * that no table holds by grammar ({@link Unlisted}), and where both are silent those that a tagger
 * finds, if the configuration has one. Immutable, thread-safe.
 *
 * <p>A word is first read as it stands. Only where no name begins with it so, the particles و ف ب ل
 * ك are taken off its front; a name of one word of at most three letters is found behind particles
 * only if its table entry allows it. Words of a name may be separated by white space (one line
 * break at most), hyphens, underscores and apostrophes, and by a full stop after a single letter.
 *
 * <p>Which entity a name means where it has several, and whether a conditional name counts, is
 * decided by {@link Resolution}. The work grows linearly with the text.
 */
public final class EntityRecogniser {
  private final NameTrie trie;
  private final Resolution resolution;
  private final Vocabulary vocabulary;
  private final @Nullable Tagger tagger;
  private final OtherSpellings spellings;

  /** What a thread remembers; gone with the thread or the recogniser. */
  private final ThreadLocal<WordMemo> memo;

  /**
   * With the tables of a configuration, and its tagger if it has one.
   *
   * @throws org.fihris.config.ConfigException with file and line on a fault in the tables of names
   *     and of words that they are made of; with the file on a tagger that cannot be used
   */
  public static EntityRecogniser of(IndexConfig config) {
    return config.once(
        EntityRecogniser.class, tables -> new EntityRecogniser(Gazetteer.of(tables)));
  }

  /**
   * With the tagger of the configuration that the gazetteer was read from, if it has one.
   *
   * @throws org.fihris.config.ConfigException as {@link #of}
   */
  public EntityRecogniser(Gazetteer gazetteer) {
    this(gazetteer, gazetteer.tagger());
  }

  /**
   * With this tagger, or with none where it is null.
   *
   * @throws org.fihris.config.ConfigException with file and line on a fault in the tables of words
   *     that names are made of
   */
  public EntityRecogniser(Gazetteer gazetteer, @Nullable TaggerModel model) {
    this(gazetteer, model, gazetteer.vocabulary());
  }

  EntityRecogniser(Gazetteer gazetteer, @Nullable TaggerModel model, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    tagger = model == null ? null : new Tagger(model);
    trie = new NameTrie(gazetteer);
    memo = ThreadLocal.withInitial(() -> WordMemo.ofMany(trie.table(), vocabulary));
    resolution = new Resolution(gazetteer, trie.table());
    spellings = new OtherSpellings(gazetteer, gazetteer.transliteration(vocabulary));
  }

  /**
   * The mentions in a text, sorted by start, not overlapping; of names that begin at the same word
   * the longest wins. Never throws. A conditional name is judged by this text alone, so pass title
   * and body together.
   */
  public List<Mention> recognise(CharSequence text) {
    Reading reading = read(text);
    List<Placed> placed = reading.placed();
    if (tagger != null) {
      List<Phrase> tagged = tagger.phrases(reading.tokens(), placed);
      placed = tagged.isEmpty() ? placed : reading.unlisted().addTagged(placed, tagged);
    }
    List<Mention> mentions = new ArrayList<>(placed.size());
    placed.forEach(each -> mentions.add(each.mention()));
    return mentions;
  }

  /**
   * The mentions that tables and grammar find in a text of some words, as {@link #recognise} has
   * them, without anything that is kept for the next text.
   */
  List<Mention> recogniseShort(CharSequence text) {
    Reading reading = read(text, WordMemo.ofFew(trie.table(), vocabulary));
    return reading.placed().stream().map(Placed::mention).toList();
  }

  /** What tables and grammar find in a text. */
  Reading read(CharSequence text) {
    return read(text, memo.get());
  }

  private Reading read(CharSequence text, WordMemo words) {
    FoldedText folded = Folding.foldWithOffsets(text);
    Scan scan = new Scan(new Words(text, folded, words), trie);
    List<Resolution.Found> listed = resolution.resolve(scan);
    Tokens tokens = new Tokens(text, folded, scan.words, vocabulary);
    Unlisted unlisted = new Unlisted(text, folded, tokens, spellings);
    return new Reading(folded, tokens, unlisted, unlisted.add(listed));
  }

  /** A text read by tables and grammar. For one thread. */
  record Reading(FoldedText folded, Tokens tokens, Unlisted unlisted, List<Placed> placed) {}

  /**
   * A name found in the text.
   *
   * @param first its first word
   * @param last its last word
   * @param start where it starts in the folded text, behind any particles
   */
  record Match(int first, int last, int start, Meaning meaning) {}

  /** All names in one text, before it is decided which of them count. */
  static final class Scan {
    final Words words;
    private final NameTrie trie;

    /** By first word; of one first word the shortest match first. */
    final List<Match> matches = new ArrayList<>();

    private final long[] seen;

    Scan(Words words, NameTrie trie) {
      this.words = words;
      this.trie = trie;
      seen = new long[trie.table().size() / Long.SIZE + 1];
      for (int word = 0; word < words.count(); word++) {
        int before = matches.size();
        look(word, words.id(word), words.start(word));
        if (matches.size() == before && words.mayJoinName(word) && words.id(word) != Words.TANWIN) {
          lookBehindParticles(word, before);
        }
      }
    }

    /**
     * Whether the word with this number stands somewhere in the text, with or without particles.
     */
    boolean holds(int id) {
      return (seen[id >> 6] & 1L << id) != 0;
    }

    private void lookBehindParticles(int word, int before) {
      int from = words.start(word);
      int to = words.end(word);
      int longest = Proclitics.longest(words.text, from, to);
      for (int length = longest; length > 0 && matches.size() == before; length--) {
        int rest = from + length;
        if (Proclitics.swallowsAlef(words.text, rest, to)) {
          look(word, trie.table().findAfterAlef(words.text, rest, to), rest);
        }
        if (matches.size() == before) {
          look(word, trie.table().find(words.text, rest, to), rest);
        }
      }
    }

    /**
     * ك before three letters is nearly always the first letter of a verb: كسرت is no كـ and سرت.
     */
    private boolean isVerbRather(int word, int start) {
      return words.text.charAt(start - 1) == 'ك' && words.end(word) - start <= 3;
    }

    private void look(int word, int id, int start) {
      if (id < 0) {
        return;
      }
      seen[id >> 6] |= 1L << id;
      boolean joined = start > words.start(word);
      if (joined && isVerbRather(word, start)) {
        return;
      }
      int last = word;
      @Nullable Node node = trie.start(id);
      while (node != null) {
        Meaning meaning = node.meaning();
        if (meaning != null && (!joined || meaning.joins())) {
          matches.add(new Match(word, last, start, meaning));
        }
        node = words.continues(last) ? node.after(words.id(++last)) : null;
      }
    }
  }
}
