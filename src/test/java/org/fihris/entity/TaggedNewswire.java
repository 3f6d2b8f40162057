package org.fihris.entity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of words with BIO tags, one a line, an empty line between sentences, read as blocks of
 * sentences of about the length of an article.
 *
 * <p>The first half of the sentences is for looking at while rules are made. The second half is
 * kept out of all tuning. The halves are contiguous, so that no article lies in both but the one in
 * the middle.
 */
final class TaggedNewswire {

  /** A span of words. */
  record Span(int first, int last, EntityType type) {}

  /** Some sentences as one text. */
  record Block(String text, List<int[]> words, List<Span> gold) {

    String text(Span span) {
      return text.substring(words.get(span.first())[0], words.get(span.last())[1]);
    }

    /** The span of the words that a mention touches: tags are on words with their particles. */
    Span span(Mention mention) {
      int first = -1;
      int last = -1;
      for (int i = 0; i < words.size(); i++) {
        if (words.get(i)[1] > mention.start() && words.get(i)[0] < mention.end()) {
          first = first < 0 ? i : first;
          last = i;
        }
      }
      return new Span(first, last, mention.entity().type());
    }
  }

  private static final int SENTENCES_A_BLOCK = 15;

  private TaggedNewswire() {}

  static List<Block> half(Path file, boolean second) throws IOException {
    List<List<String[]>> sentences = new ArrayList<>();
    List<String[]> sentence = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
        sentence = new ArrayList<>();
      } else {
        String[] parts = line.strip().split("\\s+");
        sentence.add(new String[] {parts[0], parts[parts.length - 1]});
      }
    }
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
    int middle = sentences.size() / 2;
    List<List<String[]>> half =
        second ? sentences.subList(middle, sentences.size()) : sentences.subList(0, middle);
    List<Block> blocks = new ArrayList<>();
    for (int from = 0; from < half.size(); from += SENTENCES_A_BLOCK) {
      blocks.add(block(half.subList(from, Math.min(half.size(), from + SENTENCES_A_BLOCK))));
    }
    return blocks;
  }

  private static Block block(List<List<String[]>> sentences) {
    StringBuilder text = new StringBuilder();
    List<int[]> words = new ArrayList<>();
    List<Span> gold = new ArrayList<>();
    for (List<String[]> sentence : sentences) {
      int open = -1;
      @Nullable EntityType type = null;
      for (String[] word : sentence) {
        EntityType here = type(word[1]);
        if (type != null && (here != type || !word[1].startsWith("I-"))) {
          gold.add(new Span(open, words.size() - 1, type));
          type = null;
        }
        if (here != null && type == null) {
          open = words.size();
          type = here;
        }
        words.add(new int[] {text.length(), text.length() + word[0].length()});
        text.append(word[0]).append(' ');
      }
      if (type != null) {
        gold.add(new Span(open, words.size() - 1, type));
      }
      text.append("\n\n");
    }
    return new Block(text.toString(), words, gold);
  }

  private static @Nullable EntityType type(String tag) {
    return switch (tag.substring(tag.indexOf('-') + 1)) {
      case "PERS" -> EntityType.PERSON;
      case "LOC" -> EntityType.PLACE;
      case "ORG" -> EntityType.ORGANISATION;
      default -> null;
    };
  }
}
