package org.fihris.article;

import java.util.ArrayList;
import java.util.List;
import org.fihris.article.PageLine.Role;
import org.fihris.date.PublicationDates;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the lines of one article into its head, summary and body.
 *
 * <p>The head goes up to the first full paragraph, or to the summary; only there does a date date
 * the article. Used for one article and thrown away.
 */
final class DumpReader {

  /** Fewer words make a headline only where no line has as many. */
  static final int HEADLINE_WORDS = 5;

  private enum State {
    HEAD,
    BODY,
    /** Between a list of other pages' headlines and the paragraph that goes on after it. */
    RELATED_IN_HEAD,
    RELATED_IN_BODY,
    ENDED
  }

  private final List<PageLine> lines;
  private final List<String> head = new ArrayList<>();
  private final List<String> summary = new ArrayList<>();
  private final List<String> body = new ArrayList<>();
  private final List<String> datelines = new ArrayList<>();
  private final List<String> agencyDatelines = new ArrayList<>();
  private State state = State.HEAD;

  /** A day beside a place, with no more of the head behind it. */
  private @Nullable String placeDate;

  private @Nullable String statedSource;
  private @Nullable String masthead;
  private @Nullable String bylineSource;
  private @Nullable String creditedSource;
  private @Nullable String author;

  DumpReader(List<PageLine> lines) {
    this.lines = lines;
    for (int i = 0; i < lines.size(); ) {
      i = take(i);
    }
  }

  /** Lines that stand before the body and are no boilerplate. */
  List<String> head() {
    return head;
  }

  /** What the page calls its summary; empty if it calls nothing so. */
  List<String> summary() {
    return summary;
  }

  List<String> body() {
    return body;
  }

  /** Lines of the head that hold dates and nothing else. */
  List<String> datelines() {
    return datelines;
  }

  /** The outlet that the page states in so many words. */
  @Nullable String statedSource() {
    return statedSource;
  }

  /** The outlet that a line of the head consists of. */
  @Nullable String bylineSource() {
    return bylineSource;
  }

  /** The label of the outlet that is credited in brackets. */
  @Nullable String creditedSource() {
    return creditedSource;
  }

  /** The outlet that names itself at the top of the page. */
  @Nullable String masthead() {
    return masthead;
  }

  @Nullable String author() {
    return author;
  }

  /** Takes the line at {@code i} and gives the next one to take. */
  private int take(int i) {
    PageLine line = lines.get(i);
    switch (line.role()) {
      case DROPPED, TAIL -> {}
      case CAPTION -> placeDate = null;
      case CONTENT, BULLET -> content(line);
      case NAVIGATION -> inBody(line);
      case DATELINE -> dateline(line);
      case PLACE_DATE, AGENCY_DATE -> placeDate(line);
      case SUMMARY -> {
        return state == State.HEAD ? takeSummary(i + 1) : i + 1;
      }
      case RELATED, READ_ALSO -> state = related();
      case ENDS_ARTICLE -> state = body.isEmpty() ? state : State.ENDED;
      case SOURCE -> statedSource = statedSource == null ? line.value() : statedSource;
      case BYLINE -> byline(line);
      case MASTHEAD -> masthead = masthead == null ? line.value() : masthead;
      case CREDIT -> creditedSource = creditedSource == null ? line.value() : creditedSource;
      case AUTHOR -> author = author == null ? line.value() : author;
    }
    return i + 1;
  }

  private State related() {
    return switch (state) {
      // Above the headline such words are an item of the site's menu.
      case HEAD -> hasHeadline() ? State.RELATED_IN_HEAD : State.HEAD;
      case RELATED_IN_HEAD -> State.RELATED_IN_HEAD;
      case BODY, RELATED_IN_BODY -> State.RELATED_IN_BODY;
      case ENDED -> State.ENDED;
    };
  }

  private void content(PageLine line) {
    switch (state) {
      case HEAD -> inHead(line);
      case BODY -> body.add(line.words());
      case RELATED_IN_HEAD, RELATED_IN_BODY -> afterRelated(line);
      case ENDED -> {}
    }
  }

  private void inHead(PageLine line) {
    boolean paragraph =
        hasHeadline() ? Sentences.isNoHeadline(line.words()) : Sentences.isParagraph(line.words());
    if (paragraph) {
      state = State.BODY;
      body.add(line.words());
      dateByPlace();
    } else if (line.is(Role.CONTENT)) {
      head.add(line.text());
      placeDate = null;
    }
  }

  private boolean hasHeadline() {
    return head.stream().anyMatch(line -> PlainText.words(line) >= HEADLINE_WORDS);
  }

  private void afterRelated(PageLine line) {
    if (line.is(Role.CONTENT) && Sentences.isNoHeadline(line.text())) {
      state = State.BODY;
      body.add(line.text());
    }
  }

  /**
   * A date alone may head a part of the body; with a label it is the page's, wherever it stands.
   */
  private void dateline(PageLine line) {
    switch (state) {
      case HEAD -> datelines.add(line.text());
      case BODY -> {
        if (!PublicationDates.isLabelled(line.text())) {
          body.add(line.text());
        }
      }
      case RELATED_IN_HEAD, RELATED_IN_BODY, ENDED -> {}
    }
  }

  private void inBody(PageLine line) {
    if (state == State.BODY) {
      body.add(line.text());
    }
  }

  /** Where no agency signs, the words below a picture look the same; only the last line counts. */
  private void placeDate(PageLine line) {
    if (state != State.HEAD) {
      inBody(line);
    } else if (line.is(Role.AGENCY_DATE)) {
      agencyDatelines.add(line.value());
    } else {
      placeDate = hasHeadline() ? line.value() : null;
    }
  }

  private void dateByPlace() {
    if (datelines.isEmpty()) {
      datelines.addAll(agencyDatelines);
    }
    if (datelines.isEmpty() && placeDate != null) {
      datelines.add(placeDate);
    }
  }

  private void byline(PageLine line) {
    if (state == State.HEAD) {
      bylineSource = bylineSource == null ? line.value() : bylineSource;
    } else if (state == State.BODY && body.size() > 1) {
      body.add(line.text());
    }
  }

  /** Takes the bullets, or the one paragraph, that stand below the announcement of a summary. */
  private int takeSummary(int from) {
    int i = from;
    while (i < lines.size() && (lines.get(i).is(Role.DROPPED) || lines.get(i).is(Role.SUMMARY))) {
      i++;
    }
    while (i < lines.size() && lines.get(i).is(Role.BULLET)) {
      summary.add(lines.get(i).words());
      i++;
    }
    if (summary.isEmpty() && i < lines.size() && lines.get(i).is(Role.CONTENT)) {
      summary.add(lines.get(i).text());
      i++;
    }
    if (!summary.isEmpty()) {
      state = State.BODY;
    }
    return i;
  }
}
