package org.fihris.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;

/**
 * What is indexed and what is asked: the corpus in figures, and queries made of its headlines. The
 * same corpus always gives the same queries.
 *
 * @param articles how many lines the corpus has
 * @param bytes its size, unpacked
 * @param headlines a sample of its headlines, in random order
 */
record Workload(long articles, long bytes, List<String> headlines) {
  private static final long SEED = 20_130_225;
  private static final int SAMPLE = 50_000;
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{M}]+");
  private static final Pattern ARABIC_WORD = Pattern.compile("[\\u0621-\\u064A]{3,}");
  private static final CharArraySet STOP_WORDS = ArabicAnalyzer.getDefaultStopSet();

  /** The forms a query takes, each as often as it stands here. */
  private enum Form {
    TWO_WORDS(2, false),
    THREE_WORDS(3, false),
    TWO_MORE_WORDS(2, false),
    THREE_MORE_WORDS(3, false),
    ONE_WORD(1, false),
    PHRASE(2, true);

    private final int words;
    private final boolean quoted;

    Form(int words, boolean quoted) {
      this.words = words;
      this.quoted = quoted;
    }
  }

  /** Says whether a query finds anything. */
  interface Trial {
    boolean finds(String query) throws IOException;
  }

  /**
   * Reads a corpus through.
   *
   * @throws BadInputException if something is missing that the benchmark needs
   */
  static Workload of(Path corpus) throws IOException, InterruptedException {
    Scan scan = new Scan(corpus);
    CorpusFile.forEach(corpus, scan);
    scan.requireUsable();
    Collections.shuffle(scan.headlines, new Random(SEED));
    return new Workload(scan.lines, size(corpus), List.copyOf(scan.headlines));
  }

  /**
   * Different queries of all forms, of words that follow each other in a headline and are no stop
   * words.
   *
   * @throws BadInputException if the headlines do not give as many
   */
  List<String> queries(int count, Trial trial) throws IOException {
    Random random = new Random(SEED);
    Set<String> queries = new LinkedHashSet<>();
    for (int round = 0; round < 4; round++) {
      for (String headline : headlines) {
        if (queries.size() == count) {
          return List.copyOf(queries);
        }
        String query =
            query(headline, Form.values()[queries.size() % Form.values().length], random);
        if (!query.isEmpty() && trial.finds(query)) {
          queries.add(query);
        }
      }
    }
    throw new BadInputException(
        "the headlines give only " + queries.size() + " queries; ask for fewer with --queries");
  }

  /** A query out of a headline, or nothing if it has no such run of words. */
  private static String query(String headline, Form form, Random random) {
    String[] words = NOT_WORD.split(headline);
    List<Integer> starts = new ArrayList<>();
    for (int i = 0, run = 0; i < words.length; i++) {
      run = isContent(words[i]) ? run + 1 : 0;
      if (run >= form.words) {
        starts.add(i - form.words + 1);
      }
    }
    if (starts.isEmpty()) {
      return "";
    }
    int start = starts.get(random.nextInt(starts.size()));
    String text = String.join(" ", List.of(words).subList(start, start + form.words));
    return form.quoted ? '"' + text + '"' : text;
  }

  private static boolean isContent(String word) {
    return ARABIC_WORD.matcher(word).matches() && !STOP_WORDS.contains(word);
  }

  private static long size(Path corpus) throws IOException {
    try (InputStream in = CorpusFile.open(corpus)) {
      return in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Counts, and keeps each headline with the same chance. */
  private static final class Scan implements CorpusFile.Sink {
    private final Path corpus;
    private final Random random = new Random(SEED);
    private final List<String> headlines = new ArrayList<>();
    private long lines;
    private long titles;
    private boolean text;
    private boolean source;
    private boolean day;

    Scan(Path corpus) {
      this.corpus = corpus;
    }

    @Override
    public void accept(NewsLine line) {
      lines++;
      if (line.id() == null) {
        throw new BadInputException(corpus + ": article " + lines + " has no field id");
      }
      text |= line.text() != null;
      source |= line.source() != null;
      day |= line.day() != null;
      String title = line.title();
      if (title != null) {
        sample(title);
      }
    }

    private void sample(String title) {
      titles++;
      if (headlines.size() < SAMPLE) {
        headlines.add(title);
      } else {
        long place = random.nextLong(titles);
        if (place < SAMPLE) {
          headlines.set((int) place, title);
        }
      }
    }

    private void requireUsable() {
      if (lines == 0) {
        throw new BadInputException(corpus + ": is empty");
      }
      require(text, "text");
      require(!headlines.isEmpty(), "title");
      require(source, "source");
      require(day, "date");
    }

    private void require(boolean seen, String field) {
      if (!seen) {
        throw new BadInputException(
            corpus
                + ": no article has the field "
                + field
                + "; needed are id, title, text, date"
                + " and source");
      }
    }
  }
}
