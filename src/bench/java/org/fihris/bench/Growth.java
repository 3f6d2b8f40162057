package org.fihris.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * More articles than a corpus has, made of its sentences: the headline's first half of one article
 * and second half of another, and each line of a third one's text from the same place of any other.
 * So words, lengths, outlets and days are as frequent as in the corpus, and hardly two articles are
 * reprints; but no new words come up, as they would in more real text.
 */
final class Growth {
  private static final long SEED = 20_130_226;

  private final List<NewsLine> real = new ArrayList<>();
  private final List<String[]> texts = new ArrayList<>();

  private Growth() {}

  /** Appends articles to a copy of a whole corpus until it has {@code articles}. */
  static void append(long articles, Path corpus) throws IOException, InterruptedException {
    Growth growth = new Growth();
    CorpusFile.forEach(corpus, growth::add);
    if (growth.real.isEmpty()) {
      throw new BadInputException(corpus + ": holds no article to make more of");
    }
    JsonMapper mapper = JsonMapper.shared();
    try (BufferedWriter out = Files.newBufferedWriter(corpus, StandardOpenOption.APPEND)) {
      for (long number = growth.real.size(); number < articles; number++) {
        out.write(mapper.writeValueAsString(growth.made(number)));
        out.write('\n');
      }
    }
  }

  private void add(NewsLine line) {
    real.add(line);
    texts.add(Objects.requireNonNullElse(line.text(), "").split("\n"));
  }

  private Map<String, @Nullable String> made(long number) {
    Random random = new Random(SEED + number);
    int model = random.nextInt(real.size());
    Map<String, @Nullable String> article = new LinkedHashMap<>();
    article.put("id", "grown-" + number);
    article.put("source", real.get(model).source());
    article.put("category", real.get(model).category());
    article.put("date", real.get(model).date());
    article.put("title", title(random));
    article.put("text", text(model, random));
    return article;
  }

  private String title(Random random) {
    String[] first = words(random);
    String[] second = words(random);
    List<String> words = new ArrayList<>(List.of(first).subList(0, (first.length + 1) / 2));
    words.addAll(List.of(second).subList(second.length / 2, second.length));
    return String.join(" ", words);
  }

  private String[] words(Random random) {
    String title = real.get(random.nextInt(real.size())).title();
    return Objects.requireNonNullElse(title, "").split(" ");
  }

  private String text(int model, Random random) {
    String[] lines = new String[texts.get(model).length];
    for (int line = 0; line < lines.length; line++) {
      String[] other = texts.get(random.nextInt(texts.size()));
      lines[line] = other[Math.min(line, other.length - 1)];
    }
    return String.join("\n", lines);
  }
}
