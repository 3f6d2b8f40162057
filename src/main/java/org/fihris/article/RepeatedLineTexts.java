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
    for (LineFate line : page.lines()) {
      Candidate candidate = candidates.get(OutletPages.hash(line.text()));
      if (candidate != null) {
        look(candidate, page, line);
      }
    }
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
    boolean prose = PlainText.words(line) > MOST_WORDS || Sentences.endsSentence(line);
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
        if (candidate.found != null && !candidate.told) {
          lines.add(candidate.found);
        }
      }
    }
    lines.sort(Comparator.comparing(RepeatedLine::outlet).thenComparing(RepeatedLine::text));
    return lines;
  }
}
