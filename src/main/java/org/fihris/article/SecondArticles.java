package org.fihris.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fihris.article.PageLine.Role;

/**
 * Finds where on a page a second article begins.
 *
 * <p>"Read also" stands before three things: headlines of other pages at the end, such headlines
 * between the paragraphs of a body that goes on below them, and another article in full. The last
 * is taken for true where one headline with full paragraphs follows, and either the first article
 * has come to its end (its source or key words were given) or the paragraphs speak of what the
 * headline says more than those before do.
 */
final class SecondArticles {

  private static final int LEAST_WORDS_BEFORE = 15;
  private static final int LEAST_WORDS_AFTER = 25;
  private static final int MOST_HEADLINES = 2;

  /** Each marker looks back over the page; a page made of markers is no page. */
  private static final int MOST_MARKERS = 20;

  private static final int SHORTEST_TELLING_WORD = 4;

  private SecondArticles() {}

  /**
   * The lines of each article of the page; one list for a page with one. The line that announces
   * another article ends the one before.
   */
  static List<List<PageLine>> split(List<PageLine> lines) {
    List<List<PageLine>> articles = new ArrayList<>();
    int start = 0;
    int markers = 0;
    for (int i = 0; i < lines.size() && markers < MOST_MARKERS; i++) {
      if (!lines.get(i).is(Role.READ_ALSO)) {
        continue;
      }
      markers++;
      if (beginsArticle(lines, start, i)) {
        articles.add(List.copyOf(lines.subList(start, i + 1)));
        start = i + 1;
      }
    }
    articles.add(List.copyOf(lines.subList(start, lines.size())));
    return List.copyOf(articles);
  }

  private static boolean beginsArticle(List<PageLine> lines, int start, int marker) {
    List<PageLine> before = lines.subList(start, marker);
    List<PageLine> after = lines.subList(marker + 1, endOfArticle(lines, marker + 1));
    List<String> headlines = headlines(after);
    List<String> paragraphs = paragraphs(after);
    if (headlines.isEmpty()
        || wordsIn(paragraphs(before)) < LEAST_WORDS_BEFORE
        || wordsIn(paragraphs) < LEAST_WORDS_AFTER) {
      return false;
    }
    boolean ended =
        before.stream()
                .anyMatch(
                    line -> line.is(Role.TAIL) || line.is(Role.TAGS) || line.is(Role.ENDS_ARTICLE))
            || sourceIsLast(before);
    if (ended) {
      return true;
    }
    Set<String> telling = telling(headlines);
    double following = share(telling, paragraphs);
    return headlines.size() <= MOST_HEADLINES
        && following >= 0.5
        && following > share(telling, paragraphs(before));
  }

  private static boolean sourceIsLast(List<PageLine> before) {
    for (PageLine line : before.reversed()) {
      if (line.is(Role.SOURCE) || line.is(Role.CREDIT)) {
        return true;
      }
      if (line.is(Role.CONTENT)) {
        return false;
      }
    }
    return false;
  }

  private static int endOfArticle(List<PageLine> lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      Role role = lines.get(i).role();
      if (role == Role.READ_ALSO || role == Role.ENDS_ARTICLE) {
        return i;
      }
    }
    return lines.size();
  }

  /** The lines between the marker and the first full paragraph. */
  private static List<String> headlines(List<PageLine> after) {
    List<String> headlines = new ArrayList<>();
    for (PageLine line : after) {
      if (line.is(Role.BULLET) || line.is(Role.RELATED)) {
        return List.of();
      }
      if (line.is(Role.CONTENT)) {
        if (Sentences.isParagraph(line.text())) {
          return headlines;
        }
        headlines.add(line.text());
      }
    }
    return List.of();
  }

  private static List<String> paragraphs(List<PageLine> lines) {
    return lines.stream()
        .filter(line -> line.is(Role.CONTENT))
        .map(PageLine::text)
        .filter(Sentences::isParagraph)
        .toList();
  }

  private static int wordsIn(List<String> texts) {
    return texts.stream().mapToInt(PlainText::words).sum();
  }

  private static double share(Set<String> telling, List<String> texts) {
    Set<String> present = telling(texts);
    long found = telling.stream().filter(present::contains).count();
    return telling.isEmpty() ? 0 : (double) found / telling.size();
  }

  private static Set<String> telling(List<String> texts) {
    Set<String> words = new HashSet<>();
    for (String text : texts) {
      for (String word : Boilerplate.keyOf(text).split(" ")) {
        if (word.length() >= SHORTEST_TELLING_WORD) {
          words.add(word.startsWith("ال") ? word.substring(2) : word);
        }
      }
    }
    return words;
  }
}
