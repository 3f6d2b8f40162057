package org.fihris.entity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.fihris.config.ConfigException;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.fihris.text.FoldedText;
import org.fihris.text.Folding;
import org.fihris.text.Proclitics;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of the tables in short texts, such as queries: the same as an {@link
 * EntityRecogniser} finds of them. Of all rows only the first words of their names are read; a text
 * has those rows read that it may name, and the words of the language only where the grammar of
 * names could make a longer name of one that was found. That answers the first texts soon; if many
 * follow, one of them has everything read, and the others are then answered without reading
 * anything. Immutable but for what it remembers, thread-safe.
 */
public final class ListedNames {
  private static final int LABEL = 1;
  private static final int NAMES = 3;

  /** Texts that name something, behind which everything is read. */
  private static final int MANY_TEXTS = 50;

  private final IndexConfig config;
  private final AtomicInteger texts = new AtomicInteger();
  private volatile @Nullable Everything everything;

  /** Lines that hold for all rows of their file: groups of cues, phrases that are no names. */
  private final Set<Integer> common = new TreeSet<>();

  private final List<TypedLine> lines = new ArrayList<>();
  private final Map<String, List<Integer>> byFirstWord = new HashMap<>();
  private volatile @Nullable Vocabulary vocabulary;

  private record TypedLine(EntityType type, ConfigLine line) {}

  /** A recogniser and the entities of the tables that it was made of. */
  private record Everything(EntityRecogniser recogniser, Set<Entity> listed) {

    static Everything of(Gazetteer gazetteer, Vocabulary vocabulary) {
      return new Everything(
          new EntityRecogniser(gazetteer, null, vocabulary), new HashSet<>(gazetteer.entities()));
    }

    List<Mention> mentions(String text) {
      return recogniser.recogniseShort(text).stream()
          .filter(mention -> listed.contains(mention.entity()))
          .filter(mention -> !(mention.evidence() instanceof Evidence.OtherSpelling))
          .toList();
    }
  }

  private ListedNames(IndexConfig config) {
    this.config = config;
    for (EntityType type : EntityType.values()) {
      for (ConfigLine line : config.lines(Gazetteer.file(type))) {
        int number = lines.size();
        lines.add(new TypedLine(type, line));
        List<String> cells = line.firstCells(NAMES + 1);
        if (cells.size() > LABEL + 1) {
          add(cells.get(LABEL), number);
          if (cells.size() > NAMES) {
            addAll(cells.get(NAMES), number);
          }
        } else {
          common.add(number);
        }
      }
    }
  }

  /** The three tables under {@code entities/}; a row is checked when a text may name it. */
  public static ListedNames of(IndexConfig config) {
    return config.once(ListedNames.class, ListedNames::new);
  }

  /** Names of one cell, parted by a bar; the first word of each may offer spellings. */
  private void addAll(String names, int line) {
    int start = 0;
    while (start < names.length()) {
      int end = names.indexOf('|', start);
      end = end < 0 ? names.length() : end;
      add(names.substring(start, end), line);
      start = end + 1;
    }
  }

  private void add(String name, int line) {
    String bare = name.strip();
    List<String> words = Name.words(bare); // a slash parts words as a space does
    if (words.isEmpty()) {
      return;
    }
    addWord(words.getFirst(), line);
    int space = bare.indexOf(' ');
    String first = space < 0 ? bare : bare.substring(0, space);
    if (first.indexOf('/') >= 0) {
      for (String option : first.split("/")) {
        List<String> parts = Name.words(option);
        if (!parts.isEmpty()) {
          addWord(parts.getFirst(), line);
        }
      }
    }
    // عبد الله and عبدالله are one name; so are ابو علي and ابوعلي.
    for (int i = 0; i < words.size(); i++) {
      for (int k = i + 1; k < words.size() && Name.mayJoin(words.get(i)); k++) {
        addWord(words.get(i) + words.get(k), line);
      }
    }
  }

  private void addWord(String word, int line) {
    List<Integer> known = byFirstWord.computeIfAbsent(word, w -> new ArrayList<>(1));
    if (known.isEmpty() || known.getLast() != line) {
      known.add(line);
    }
  }

  /** Whether a text holds the first word of some name, with or without joined particles. */
  public boolean mayName(String text) {
    return !rows(text).isEmpty();
  }

  private Set<Integer> rows(String text) {
    Set<Integer> rows = new TreeSet<>();
    for (String word : Name.words(text)) {
      int longest = Proclitics.longest(word, 0, word.length());
      for (int length = 0; length <= longest; length++) {
        String rest = word.substring(length);
        rows.addAll(byFirstWord.getOrDefault(rest, List.of()));
        if (length > 0 && Proclitics.swallowsAlef(word, length, word.length())) {
          rows.addAll(byFirstWord.getOrDefault("ا" + rest, List.of()));
        }
      }
    }
    return rows;
  }

  /**
   * The mentions of listed entities in a text by names of the tables, as {@link
   * EntityRecogniser#recognise} has them.
   *
   * @throws org.fihris.config.ConfigException with file and line on a malformed row among those
   *     that the text may name
   */
  public List<Mention> mentions(String text) {
    Set<Integer> rows = rows(text);
    if (rows.isEmpty()) {
      return List.of();
    }
    Everything known = everything();
    if (known != null) {
      return known.mentions(text);
    }
    Gazetteer some = Gazetteer.of(config, lines(rows));
    NameTrie trie = new NameTrie(some);
    FoldedText folded = Folding.foldWithOffsets(text);
    Words words = new Words(text, folded, WordMemo.ofFew(trie.table(), Vocabulary.NONE));
    List<Resolution.Found> found =
        new Resolution(some, trie.table()).resolve(new EntityRecogniser.Scan(words, trie));
    return found.stream().anyMatch(one -> grammarHasASay(one, words))
        ? Everything.of(some, vocabulary()).mentions(text)
        : found.stream().map(one -> mention(one, words, folded)).toList();
  }

  private Map<EntityType, List<ConfigLine>> lines(Set<Integer> rows) {
    Map<EntityType, List<ConfigLine>> wanted = new EnumMap<>(EntityType.class);
    Set<Integer> all = new TreeSet<>(common);
    all.addAll(rows);
    for (int number : all) {
      TypedLine line = lines.get(number);
      wanted.computeIfAbsent(line.type(), type -> new ArrayList<>()).add(line.line());
    }
    return wanted;
  }

  private static Mention mention(Resolution.Found found, Words words, FoldedText folded) {
    return new Mention(
        folded.originalStart(found.match().start()),
        folded.originalEnd(words.end(found.match().last())),
        found.entity(),
        found.evidence(),
        true);
  }

  /** Everything, once many texts were asked for; null before, and where a table is faulty. */
  private @Nullable Everything everything() {
    if (texts.incrementAndGet() == MANY_TEXTS) {
      try {
        everything = Everything.of(Gazetteer.of(config), vocabulary());
      } catch (ConfigException e) {
        // Texts that name a faulty row say so.
        return null;
      }
    }
    return everything;
  }

  /**
   * A person's name of one word beside another word may be part of somebody else's name, and a
   * title or a word for the kind of thing that a longer name begins with is no part of the mention.
   */
  private boolean grammarHasASay(Resolution.Found found, Words words) {
    int first = found.match().first();
    int rest = found.match().last() - first;
    return switch (found.entity().type()) {
      case PERSON ->
          rest == 0
              ? first > 0 && words.continues(first - 1) || words.continues(first)
              : rest >= 2 && begins(words, first, WordClass.TITLE);
      case PLACE -> rest >= 1 && begins(words, first, WordClass.PLACE);
      case ORGANISATION -> rest >= 1 && begins(words, first, WordClass.MEDIUM);
    };
  }

  private boolean begins(Words words, int word, WordClass kind) {
    Set<String> kinds = Vocabulary.wordsOf(config, kind);
    String text = words.text.substring(words.start(word), words.end(word));
    for (int from = 0; from < text.length(); from++) {
      if (kinds.contains(text.substring(from))) {
        return true;
      }
    }
    return false;
  }

  // Two threads may read the words at once; they come to the same, and one result is kept.

  private Vocabulary vocabulary() {
    Vocabulary known = vocabulary;
    if (known == null) {
      known = Vocabulary.of(config);
      vocabulary = known;
    }
    return known;
  }
}
