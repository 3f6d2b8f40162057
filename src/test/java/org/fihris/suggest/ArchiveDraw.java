package org.fihris.suggest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.store.FSDirectory;
import org.fihris.article.Article;
import org.fihris.entity.Entity;
import org.fihris.index.ArticleDocument;
import org.fihris.index.Schema;
import org.fihris.index.StoredArticles;
import org.fihris.text.Folding;

/** Draws words and names from the articles of an index at random: frequent ones oftener. */
final class ArchiveDraw implements AutoCloseable {
  private static final Pattern WORD = Pattern.compile("(?<!\\S)[\\u0621-\\u064A]{4,}(?!\\S)");
  private static final Pattern NAME = Pattern.compile("[\\u0621-\\u064A ]{4,}");

  private final DirectoryReader reader;
  private final Random random;

  ArchiveDraw(Path index, Random random) throws IOException {
    this.reader = DirectoryReader.open(FSDirectory.open(index));
    this.random = random;
  }

  Article article() throws IOException {
    Document stored = StoredArticles.read(reader.storedFields(), random.nextInt(reader.maxDoc()));
    return ArticleDocument.toArticle(stored);
  }

  /** Different words of four letters or more of headlines. */
  List<String> words(int count) throws IOException {
    Set<String> words = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    while (words.size() < count) {
      List<String> ofTitle =
          WORD.matcher(article().title()).results().map(MatchResult::group).toList();
      if (!ofTitle.isEmpty()) {
        String word = ofTitle.get(random.nextInt(ofTitle.size()));
        if (seen.add(Folding.fold(word))) {
          words.add(word);
        }
      }
    }
    return List.copyOf(words);
  }

  /** Different names of persons, places and organisations. */
  List<String> names(int count) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < count) {
      List<Entity> entities = article().entities();
      if (!entities.isEmpty()) {
        String name = entities.get(random.nextInt(entities.size())).labelAr();
        if (NAME.matcher(name).matches()) {
          names.add(name);
        }
      }
    }
    return List.copyOf(names);
  }

  /** Headlines, one of them perhaps twice. */
  List<String> headlines(int count) throws IOException {
    List<String> headlines = new ArrayList<>();
    while (headlines.size() < count) {
      String title = article().title();
      if (!title.isBlank()) {
        headlines.add(title);
      }
    }
    return headlines;
  }

  /** Words of an article's text, whatever they are: many of them in few other articles. */
  List<String> wordsOfTexts(int count) throws IOException {
    Set<String> words = new LinkedHashSet<>();
    while (words.size() < count) {
      List<String> ofText =
          WORD.matcher(article().text()).results().map(MatchResult::group).toList();
      if (!ofText.isEmpty()) {
        words.add(ofText.get(random.nextInt(ofText.size())));
      }
    }
    return List.copyOf(words);
  }

  /** Runs of two to four words of headlines. */
  List<String> headlineWords(int count) throws IOException {
    List<String> runs = new ArrayList<>();
    while (runs.size() < count) {
      String[] words = article().title().split("\\s+");
      int length = 2 + random.nextInt(3);
      if (words.length >= length) {
        int from = random.nextInt(words.length - length + 1);
        String run = String.join(" ", List.of(words).subList(from, from + length));
        if (run.matches("[\\u0621-\\u0652 ]+")) {
          runs.add(run);
        }
      }
    }
    return runs;
  }

  /** Words as different as they come, each form as likely as any other: most of them are rare. */
  List<String> forms(int count) throws IOException {
    List<String> forms = new ArrayList<>();
    var terms = MultiTerms.getTerms(reader, Schema.words(Schema.BODY)).iterator();
    for (var term = terms.next(); term != null; term = terms.next()) {
      String word = term.utf8ToString();
      if (terms.docFreq() >= 2 && WORD.matcher(word).matches()) {
        forms.add(word);
      }
    }
    Collections.shuffle(forms, random);
    return forms.subList(0, Math.min(count, forms.size()));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
