package org.fihris.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fihris.article.OutletPages.OutletPage;
import org.fihris.corpus.RawPage;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of the lines that {@link LineCounts} found repeated: the second reading of a
 * collection. For one thread.
 */
public final class RepeatedLineTexts {

  /** A longer line is prose, as a sentence is. */
  private static final int MOST_WORDS = 12;

  /** One word alone is most often a word of a sentence that a link has cut to pieces. */
  private static final int LEAST_WORDS = 2;

  /** A sentence may stand in several reports of one event, so that few pages say nothing. */
  private static final int LEAST_PAGES_OF_SENTENCE = 4;

  private final OutletPages pages;
  private final int minPages;
  private final Map<String, Map<Long, Candidate>> outlets = new HashMap<>();

  private static final class Candidate {
    private final int pages;
    private final int pagesOfOutlet;
    private @Nullable RepeatedLine found;

    /** Whether a page takes the line as its title or as a name or date of its head. */
    private boolean told;

    /** On how many pages it is in the text, and on how many of these within a sentence. */
    private int inText;

    private int inSentence;

    Candidate(int pages, int pagesOfOutlet) {
      this.pages = pages;
      this.pagesOfOutlet = pagesOfOutlet;
    }
  }

  RepeatedLineTexts(OutletPages pages, int minPages) {
    this.pages = pages;
    this.minPages = minPages;
  }

  void expect(String outlet, int pagesOfOutlet, long line, int pagesOfLine) {
    outlets
        .computeIfAbsent(outlet, key -> new HashMap<>())
        .put(line, new Candidate(pagesOfLine, pagesOfOutlet));
  }

  /** Looks for repeated lines on a page that was counted; others make no difference. */
  public void add(RawPage raw) {
    OutletPage page = outlets.isEmpty() ? null : pages.of(raw);
    Map<Long, Candidate> candidates = page == null ? null : outlets.get(page.key());
    if (page == null || candidates == null) {
      return;
    }
    Candidate title = candidates.get(OutletPages.hash(page.article().title()));
    if (title != null) {
      title.told = true;
    }
    List<LineFate> lines = page.lines();
    List<@Nullable Candidate> repeated = new ArrayList<>(lines.size());
    for (LineFate line : lines) {
      repeated.add(candidates.get(OutletPages.hash(line.text())));
    }
    for (int i = 0; i < lines.size(); i++) {
      Candidate candidate = repeated.get(i);
      if (candidate != null) {
        look(candidate, page, lines.get(i));
        if (RepeatedLines.isText(lines.get(i).part())) {
          candidate.inText++;
          candidate.inSentence += isInSentence(lines, repeated, i) ? 1 : 0;
        }
      }
    }
  }

  /**
   * Whether a line stands between a line that breaks off and a further one, where a link in the
   * middle of a sentence came to be a line of its own. Other repeated lines are looked past.
   */
  private static boolean isInSentence(
      List<LineFate> lines, List<@Nullable Candidate> repeated, int at) {
    LineFate before = neighbour(lines, repeated, at, -1);
    return before != null
        && !Sentences.isClosed(before.text())
        && neighbour(lines, repeated, at, 1) != null;
  }

  private static @Nullable LineFate neighbour(
      List<LineFate> lines, List<@Nullable Candidate> repeated, int at, int step) {
    for (int i = at + step; i >= 0 && i < lines.size(); i += step) {
      LineFate line = lines.get(i);
      if (line.article() == lines.get(at).article()
          && RepeatedLines.isText(line.part())
          && repeated.get(i) == null) {
        return line;
      }
    }
    return null;
  }

  private void look(Candidate candidate, OutletPage page, LineFate line) {
    candidate.told |= isTold(line.part());
    if (candidate.found == null
        && RepeatedLines.isText(line.part())
        && repeats(candidate, line.text())
        && pages.isContent(line.text())) {
      // A # would make the row a comment.
      String outlet = page.outlet().startsWith("#") ? page.key() : page.outlet();
      candidate.found = new RepeatedLine(outlet, line.text(), candidate.pages);
    }
  }

  private static boolean isTold(@Nullable Part part) {
    return part == Part.TITLE || part == Part.DATE || part == Part.SOURCE || part == Part.AUTHOR;
  }

  private boolean repeats(Candidate candidate, String line) {
    int words = PlainText.words(line);
    if (words < LEAST_WORDS) {
      return false;
    }
    boolean prose = words > MOST_WORDS || Sentences.endsSentence(line);
    return prose
        ? candidate.pages >= Math.max(LEAST_PAGES_OF_SENTENCE, minPages)
            && candidate.pages * 2L >= candidate.pagesOfOutlet
        : candidate.pages >= minPages;
  }

  /** The lines to leave out, by outlet and then by their text. */
  public List<RepeatedLine> lines() {
    List<RepeatedLine> lines = new ArrayList<>();
    for (Map<Long, Candidate> candidates : outlets.values()) {
      for (Candidate candidate : candidates.values()) {
        boolean inSentences = candidate.inSentence * 2 >= candidate.inText;
        if (candidate.found != null && !candidate.told && !inSentences) {
          lines.add(candidate.found);
        }
      }
    }
    lines.sort(Comparator.comparing(RepeatedLine::outlet).thenComparing(RepeatedLine::text));
    return lines;
  }
}
