package org.fihris.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fihris.entity.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of a word and its label: {@code O}, {@code B-TYPE} where a name begins and {@code
 * I-TYPE} where it goes on, parted by spaces or tabs. The first column is the word and the last the
 * label; of nested labels, where all columns but the first are labels, the outer one counts, which
 * is the second. PER, PERS and PERSON are persons, LOC, GPE and PLACE places, ORG and ORGANISATION
 * organisations; names of other types are passed over. A line {@code -DOCSTART-} begins another
 * article; where a file has none, some sentences stand for one.
 */
final class ConllReader {
  private static final int SENTENCES = 15;
  private static final String ARTICLE = "-DOCSTART-";
  private static final Pattern COLUMNS = Pattern.compile("\\s+");
  private static final Pattern LABEL = Pattern.compile("O|[BI]-\\S+");

  /** A word with its label, null where the type is none of ours. */
  private record Labelled(String word, boolean begins, @Nullable EntityType type) {}

  private final Path file;
  private final List<LabelledText> texts = new ArrayList<>();
  private final List<List<Labelled>> article = new ArrayList<>();
  private List<Labelled> sentence = new ArrayList<>();
  private boolean marked;

  private ConllReader(Path file) {
    this.file = file;
  }

  static List<LabelledText> read(Path file, List<String> lines) {
    ConllReader reader = new ConllReader(file);
    reader.marked = lines.stream().anyMatch(line -> line.startsWith(ARTICLE));
    for (int number = 1; number <= lines.size(); number++) {
      reader.add(lines.get(number - 1), number);
    }
    reader.endSentence();
    reader.endArticle();
    return reader.texts;
  }

  private void add(String line, int number) {
    if (line.startsWith(ARTICLE)) {
      endSentence();
      endArticle();
    } else if (line.isBlank()) {
      endSentence();
    } else {
      sentence.add(word(COLUMNS.split(line.strip()), number));
    }
  }

  private Labelled word(String[] columns, int number) {
    boolean nested = columns.length > 2;
    for (int i = 1; i < columns.length; i++) {
      nested &= LABEL.matcher(columns[i]).matches();
    }
    String label = columns[nested ? 1 : columns.length - 1];
    if (columns.length < 2 || !LABEL.matcher(label).matches()) {
      throw LabelledTexts.fault(
          file,
          number,
          "expected a word and its label, as 'موسكو B-LOC' or 'إلى O', found '"
              + String.join(" ", columns)
              + "'");
    }
    return new Labelled(columns[0], label.startsWith("B"), type(label));
  }

  private static @Nullable EntityType type(String label) {
    return switch (label.substring(label.indexOf('-') + 1).toUpperCase(Locale.ROOT)) {
      case "PER", "PERS", "PERSON" -> EntityType.PERSON;
      case "LOC", "GPE", "PLACE", "LOCATION" -> EntityType.PLACE;
      case "ORG", "ORGANISATION", "ORGANIZATION" -> EntityType.ORGANISATION;
      default -> null;
    };
  }

  private void endSentence() {
    if (!sentence.isEmpty()) {
      article.add(sentence);
      sentence = new ArrayList<>();
      if (!marked && article.size() == SENTENCES) {
        endArticle();
      }
    }
  }

  private void endArticle() {
    if (!article.isEmpty()) {
      texts.add(text(article));
      article.clear();
    }
  }

  private static LabelledText text(List<List<Labelled>> sentences) {
    StringBuilder text = new StringBuilder();
    List<LabelledText.Word> words = new ArrayList<>();
    List<LabelledText.Name> names = new ArrayList<>();
    for (List<Labelled> sentence : sentences) {
      int first = -1;
      @Nullable EntityType open = null;
      for (Labelled word : sentence) {
        if (open != null && (word.type() != open || word.begins())) {
          names.add(new LabelledText.Name(first, words.size() - 1, open));
          open = null;
        }
        if (word.type() != null && open == null) {
          first = words.size();
          open = word.type();
        }
        words.add(new LabelledText.Word(text.length(), text.length() + word.word().length()));
        text.append(word.word()).append(' ');
      }
      if (open != null) {
        names.add(new LabelledText.Name(first, words.size() - 1, open));
      }
      text.append("\n\n");
    }
    return new LabelledText(text.toString(), words, names);
  }
}
