package org.fihris.training;

import java.util.List;
import org.fihris.entity.EntityType;
import org.fihris.entity.Mention;
import org.fihris.entity.NameSpan;

/**
 * A text whose names somebody marked, all of them.
 *
 * @param words of each word where it starts and where it ends, in UTF-16 units
 * @param names by first word, not overlapping
 */
public record LabelledText(String text, List<Word> words, List<Name> names) {

  /** A word from {@code start} to {@code end}, exclusive, with the particles joined to it. */
  public record Word(int start, int end) {}

  /**
   * A name by its words.
   *
   * @param first the number of its first word
   * @param last the number of its last word
   */
  public record Name(int first, int last, EntityType type) {}

  public LabelledText {
    words = List.copyOf(words);
    names = List.copyOf(names);
  }

  /** What the text says where a name stands. */
  public String text(Name name) {
    return text.substring(words.get(name.first()).start(), words.get(name.last()).end());
  }

  /** The words that a mention touches: labels lie on words with their particles. */
  public Name name(Mention mention) {
    return name(mention.start(), mention.end(), mention.entity().type());
  }

  Name name(int start, int end, EntityType type) {
    return name(words, start, end, type);
  }

  static Name name(List<Word> words, int start, int end, EntityType type) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).end() > start && words.get(i).start() < end) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return new Name(first, last, type);
  }

  List<NameSpan> spans() {
    return names.stream()
        .map(
            name ->
                new NameSpan(
                    words.get(name.first()).start(), words.get(name.last()).end(), name.type()))
        .toList();
  }
}
