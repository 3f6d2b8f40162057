package org.fihris.article;

import java.util.ArrayList;
import java.util.List;
import org.fihris.article.PageLine.Role;
import org.fihris.date.PublicationDates;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the lines of one article into its head, summary and body, and notes what becomes of each.
 *
 * <p>The head goes up to the first full paragraph, or to the summary; only there does a date date
 * the article. Used for one article and thrown away.
 */
final class LineSorter {

  /** Fewer words make a headline only where no line has as many. */
  static final int HEADLINE_WORDS = 5;

  private static final int MOST_WORDS_OF_TAG = 4;
  private static final int MOST_TAG_LINES = 20;

  private enum State {
    HEAD,
    BODY,
    /** Between a list of other pages' headlines and the paragraph that goes on after it. */
    RELATED_IN_HEAD,
    RELATED_IN_BODY,
    ENDED
  }

  private final List<PageLine> lines;
  private final Paragraphs paragraphs;
  private final @Nullable Part[] parts;
  private final LineRule[] rules;

  private final List<Integer> head = new ArrayList<>();
  private final List<Integer> summary = new ArrayList<>();
  private final List<Integer> body = new ArrayList<>();
  private final List<Integer> captions = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final List<String> datelines = new ArrayList<>();
  private final List<String> agencyDatelines = new ArrayList<>();
  private final List<String> credited = new ArrayList<>();
  private State state = State.HEAD;

  /** How many more lines may be key words, after their announcement. */
  private int tagLines;

  /** A day beside a place, with no more of the head behind it. */
  private @Nullable String placeDate;

  private @Nullable String statedSource;
  private @Nullable String masthead;
  private @Nullable String bylineSource;
  private @Nullable String creditedSource;
  private @Nullable String author;
  private @Nullable String section;

  LineSorter(List<PageLine> lines, Paragraphs paragraphs) {
    this.lines = lines;
    this.paragraphs = paragraphs;
    this.parts = new @Nullable Part[lines.size()];
    this.rules = new LineRule[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      rules[i] = lines.get(i).rule();
    }
    for (int i = 0; i < lines.size(); ) {
      i = take(i);
    }
  }

  /** Lines that stand before the body and are no boilerplate. */
  List<Integer> head() {
    return head;
  }

  /** What the page calls its summary; empty if it calls nothing so. */
  List<Integer> summary() {
    return summary;
  }

  List<Integer> body() {
    return body;
  }

  List<Integer> captions() {
    return captions;
  }

  PageLine line(int index) {
    return lines.get(index);
  }

  /** The words of some lines. */
  List<String> words(List<Integer> indexes) {
    return indexes.stream().map(i -> lines.get(i).words()).toList();
  }

  /** Key words as the page gives them: of one line, or each on a line. */
  List<String> tags() {
    return tags;
  }

  /** Lines of the head that hold dates and nothing else. */
  List<String> datelines() {
    return datelines;
  }

  /** Lines that credit outlets: in brackets, beside a place, as the source. */
  List<String> credited() {
    return credited;
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

  /** The section that the page says it belongs to. */
  @Nullable String section() {
    return section;
  }

  /** Notes what became of a line. */
  void note(int index, @Nullable Part part, LineRule rule) {
    parts[index] = part;
    rules[index] = rule;
  }

  /** What became of every line. */
  List<LineFate> fates(int article) {
    List<LineFate> fates = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      String phrase = rules[i] == line.rule() ? line.phrase() : "";
      fates.add(new LineFate(line.text(), article, parts[i], rules[i], phrase));
    }
    return fates;
  }

  /** Takes the line at {@code i} and gives the next one to take. */
  private int take(int i) {
    PageLine line = lines.get(i);
    if (tagLines > 0 && isTag(line)) {
      tagLines--;
      tags.add(line.words());
      note(i, Part.TAGS, LineRule.IN_TAGS);
      return i + 1;
    }
    tagLines = line.isContent() ? 0 : tagLines;
    switch (line.role()) {
      case DROPPED, TAIL -> {}
      case CAPTION -> caption(i);
      case CONTENT, BULLET -> content(i, line);
      case NAVIGATION -> navigation(i, line);
      case DATELINE -> dateline(i, line);
      case PLACE_DATE, AGENCY_DATE -> placeDate(i, line);
      case SUMMARY -> {
        return state == State.HEAD ? takeSummary(i + 1) : i + 1;
      }
      case RELATED, READ_ALSO -> state = related();
      case ENDS_ARTICLE -> state = body.isEmpty() ? state : State.ENDED;
      case TAGS -> tags(i, line);
      case SOURCE, CREDIT -> credit(i, line);
      case BYLINE -> byline(i, line);
      case MASTHEAD -> {
        masthead = masthead == null ? line.value() : masthead;
        note(i, Part.SOURCE, line.rule());
      }
      case AUTHOR -> {
        author = author == null ? line.value() : author;
        note(i, Part.AUTHOR, line.rule());
      }
      case SECTION -> {
        section = section == null ? line.value() : section;
        note(i, Part.CATEGORY, line.rule());
      }
      case DECK -> {
        if (state == State.HEAD) {
          head.add(i);
        }
      }
    }
    return i + 1;
  }

  private void caption(int i) {
    captions.add(i);
    note(i, Part.CAPTION, lines.get(i).rule());
    placeDate = null;
  }

  private void tags(int i, PageLine line) {
    if (!line.value().isEmpty()) {
      tags.add(line.value());
      note(i, Part.TAGS, line.rule());
    } else if (state != State.HEAD) {
      tagLines = MOST_TAG_LINES;
    }
  }

  private static boolean isTag(PageLine line) {
    return line.isContent()
        && PlainText.words(line.words()) <= MOST_WORDS_OF_TAG
        && !Sentences.endsSentence(line.text());
  }

  private void credit(int i, PageLine line) {
    credited.add(line.text());
    if (line.is(Role.SOURCE)) {
      statedSource = statedSource == null ? line.value() : statedSource;
    } else {
      creditedSource = creditedSource == null ? line.value() : creditedSource;
    }
    note(i, Part.SOURCE, line.rule());
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

  private void content(int i, PageLine line) {
    switch (state) {
      case HEAD -> inHead(i, line);
      case BODY -> {
        body.add(i);
        note(i, Part.BODY, LineRule.IN_BODY);
      }
      case RELATED_IN_HEAD, RELATED_IN_BODY -> {
        if (paragraphs.resumesBody(line) || isHeadingOfBody(i)) {
          openBody(i);
        } else {
          note(i, null, LineRule.RELATED_HEADLINE);
        }
      }
      case ENDED -> note(i, null, LineRule.AFTER_THE_END);
    }
  }

  /** Right behind اقرأ المزيد and right above a paragraph, few words head a part of the body. */
  private boolean isHeadingOfBody(int i) {
    PageLine line = lines.get(i);
    boolean behind = i > 0 && (lines.get(i - 1).is(Role.RELATED) || isNotice(i - 1));
    return behind
        && line.is(Role.CONTENT)
        && line.wordCount() <= MOST_WORDS_OF_TAG
        && i + 1 < lines.size()
        && lines.get(i + 1).is(Role.CONTENT)
        && paragraphs.resumesBody(lines.get(i + 1));
  }

  private boolean isNotice(int i) {
    return i > 0 && lines.get(i).is(Role.DROPPED) && lines.get(i - 1).is(Role.RELATED);
  }

  private void openBody(int i) {
    state = State.BODY;
    body.add(i);
    note(i, Part.BODY, LineRule.PARAGRAPH);
  }

  private void inHead(int i, PageLine line) {
    if (paragraphs.opensBody(line, hasHeadline())) {
      openBody(i);
      dateByPlace();
    } else if (line.is(Role.CONTENT)) {
      head.add(i);
      note(i, null, LineRule.SHORT_IN_HEAD);
      placeDate = null;
    } else {
      note(i, null, LineRule.SHORT_IN_HEAD);
    }
  }

  private boolean hasHeadline() {
    return head.stream().anyMatch(i -> lines.get(i).wordCount() >= HEADLINE_WORDS);
  }

  /**
   * A date alone may head a part of the body; with a label it is the page's, wherever it stands.
   */
  private void dateline(int i, PageLine line) {
    switch (state) {
      case HEAD -> {
        datelines.add(line.text());
        note(i, Part.DATE, line.rule());
      }
      case BODY -> {
        if (!PublicationDates.isLabelled(line.text())) {
          inBody(i);
        }
      }
      case RELATED_IN_HEAD, RELATED_IN_BODY, ENDED -> {}
    }
  }

  private void navigation(int i, PageLine line) {
    if (state == State.HEAD && !line.value().isEmpty()) {
      section = section == null ? line.value() : section;
      note(i, Part.CATEGORY, line.rule());
    }
    inBody(i);
  }

  private void inBody(int i) {
    if (state == State.BODY) {
      body.add(i);
      note(i, Part.BODY, LineRule.IN_BODY);
    }
  }

  /** Where no agency signs, the words below a picture look the same; only the last line counts. */
  private void placeDate(int i, PageLine line) {
    if (state != State.HEAD) {
      inBody(i);
    } else if (line.is(Role.AGENCY_DATE)) {
      agencyDatelines.add(line.value());
      credited.add(line.text());
      note(i, Part.DATE, line.rule());
    } else {
      placeDate = hasHeadline() ? line.value() : null;
      note(i, Part.DATE, line.rule());
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

  private void byline(int i, PageLine line) {
    if (state == State.HEAD) {
      bylineSource = bylineSource == null ? line.value() : bylineSource;
      credited.add(line.text());
      note(i, Part.SOURCE, line.rule());
    } else if (state == State.BODY && body.size() > 1) {
      inBody(i);
    }
  }

  /** Takes the bullets, or the one paragraph, that stand below the announcement of a summary. */
  private int takeSummary(int from) {
    int i = from;
    while (i < lines.size() && (lines.get(i).is(Role.DROPPED) || lines.get(i).is(Role.SUMMARY))) {
      i++;
    }
    while (i < lines.size() && lines.get(i).is(Role.BULLET)) {
      summarise(i);
      i++;
    }
    if (summary.isEmpty() && i < lines.size() && lines.get(i).is(Role.CONTENT)) {
      summarise(i);
      i++;
    }
    if (!summary.isEmpty()) {
      state = State.BODY;
      placeDate = null; // what is not right above the text may be the words of a picture
      dateByPlace();
    }
    return i;
  }

  private void summarise(int i) {
    summary.add(i);
    note(i, Part.SUMMARY, LineRule.IN_SUMMARY);
  }
}
