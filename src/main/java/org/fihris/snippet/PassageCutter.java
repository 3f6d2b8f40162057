package org.fihris.snippet;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts passages out of a text around its marks: whole sentences where they are short enough, else
 * pieces of them, never inside a word, a number, an abbreviation or a run of Latin words.
 *
 * <p>Looks only at text near the marks, so a long article costs no more than a short one with as
 * many.
 */
final class PassageCutter {
  private final String text;
  private final SentenceStarts starts;

  /** About how long a passage is, and the longest it may be unless a mark is longer. */
  private final int length;

  private final int most;

  PassageCutter(String text, int length) {
    this.text = text;
    this.starts = new SentenceStarts(text);
    this.length = length;
    this.most = length + length / 4;
  }

  /** Passages that hold one mark or more, one for each that does not stand in the one before. */
  List<Passage> around(List<FoundMark> marks) {
    List<Passage> passages = new ArrayList<>();
    int from = 0;
    while (from < marks.size()) {
      Passage passage = from(marks, from);
      passages.add(passage);
      int next = from + 1;
      // The next sentence with a mark may hold more than it does at the end of this passage.
      int sentence = starts.end(marks.get(from).start(), passage.end());
      int behind = sentence < 0 ? passage.end() : sentence;
      while (next < marks.size() && marks.get(next).start() < behind) {
        next++;
      }
      if (sentence < 0 && next < marks.size()) {
        addMiddle(marks, from, next, passages);
      }
      from = next;
    }
    return passages;
  }

  /** Of a sentence too long for one passage, also what begins at a later mark of the first. */
  private void addMiddle(List<FoundMark> marks, int from, int next, List<Passage> passages) {
    int last = next - 1;
    if (last > from && marks.get(next).end() - marks.get(last).start() <= most) {
      passages.add(cut(marks, last));
    }
  }

  private Passage from(List<FoundMark> marks, int first) {
    FoundMark mark = marks.get(first);
    int least = Math.max(0, mark.end() - most);
    int sentence = starts.start(mark.start(), least);
    return sentence >= 0 && mark.end() - sentence <= most
        ? upTo(sentence, false, mark.end(), marks, first)
        : cut(marks, first);
  }

  private Passage cut(List<FoundMark> marks, int first) {
    FoundMark mark = marks.get(first);
    int room = Math.max(0, most - (mark.end() - mark.start()));
    int ideal = Math.max(0, mark.start() - Math.min(room, length) / 3);
    int start = startNear(ideal, Math.max(0, mark.start() - room / 2), mark.start());
    return upTo(start, !starts.begins(start), mark.end(), marks, first);
  }

  /** The first words of a text, from a place where a sentence begins. */
  Passage lead(int from) {
    return upTo(from, false, Math.min(text.length(), from + 1), List.of(), 0);
  }

  /**
   * From a beginning as many sentences as have room, the last one cut where little text would be
   * left without it.
   *
   * @param least what has to be in it
   * @param marks from {@code first} on those that should be in it where there is room
   */
  private Passage upTo(int start, boolean cutStart, int least, List<FoundMark> marks, int first) {
    int limit = Math.max(least, Math.min(text.length(), start + most));
    int end = start;
    for (int next = starts.end(end, limit);
        next > 0 && (end <= start || goesOn(start, end, next, marks, first));
        next = end < text.length() ? starts.end(end, limit) : -1) {
      end = next;
    }
    if (end >= least && (end == text.length() || end - start >= length / 2 || newLine(end))) {
      return trimmed(start, end, cutStart, false);
    }
    int last = least;
    for (int i = first; i < marks.size() && marks.get(i).end() <= limit; i++) {
      last = Math.max(last, marks.get(i).end());
    }
    int ideal = Math.max(last, Math.min(start + length, limit));
    int cut = endNear(Math.min(ideal, text.length()), Math.max(last, end), limit);
    return trimmed(start, cut, cutStart, cut < text.length() && !starts.begins(next(cut)));
  }

  /** Whether the sentence up to {@code next} still belongs in: little text so far, or marks. */
  private boolean goesOn(int start, int end, int next, List<FoundMark> marks, int first) {
    boolean sameLine = !newLine(end);
    if (end - start < (sameLine ? length * 2 / 3 : length / 3)) {
      return true;
    }
    for (int i = first; i < marks.size() && marks.get(i).start() < next; i++) {
      if (marks.get(i).start() >= end) {
        return sameLine;
      }
    }
    return false;
  }

  /** Whether a line ends before a place where a sentence begins. */
  private boolean newLine(int at) {
    for (int i = at - 1; i >= 0 && Sentences.isBlank(text.charAt(i)); i--) {
      if (Sentences.isLineEnd(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private int next(int at) {
    int next = at;
    while (next < text.length() && Sentences.isBlank(text.charAt(next))) {
      next++;
    }
    return next;
  }

  /** Where a piece may begin: at the word nearest before {@code ideal}, else before the mark. */
  private int startNear(int ideal, int least, int mark) {
    for (int at = ideal; at >= least; at--) {
      if (at == 0 || (Sentences.mayCutBefore(text, at) && isText(at))) {
        return at;
      }
    }
    for (int at = ideal; at < mark; at++) {
      if (Sentences.mayCutBefore(text, at) && isText(at)) {
        return at;
      }
    }
    return mark;
  }

  /** Where a piece may end: before the blank nearest before {@code ideal}, else behind it. */
  private int endNear(int ideal, int least, int most) {
    for (int at = ideal; at > least; at--) {
      if (mayEnd(at)) {
        return at;
      }
    }
    for (int at = Math.max(ideal, least); at <= most; at++) {
      if (mayEnd(at)) {
        return at;
      }
    }
    return least > 1 ? least : whole(most);
  }

  private boolean mayEnd(int at) {
    return at == text.length()
        || (Sentences.isBlank(text.charAt(at))
            && at > 0
            && !Sentences.isBlank(text.charAt(at - 1))
            && Sentences.mayCutBefore(text, next(at)));
  }

  private boolean isText(int at) {
    return at < text.length() && !Sentences.isBlank(text.charAt(at));
  }

  /** In text without any blank, a place that parts no pair of surrogates and no letter's marks. */
  private int whole(int at) {
    int place = Math.min(at, text.length());
    while (place > 1 && place < text.length() && belongsToLetterBefore(text.charAt(place))) {
      place--;
    }
    return place;
  }

  private static boolean belongsToLetterBefore(char c) {
    int type = Character.getType(c);
    return Character.isLowSurrogate(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private Passage trimmed(int from, int to, boolean cutStart, boolean cutEnd) {
    int start = from;
    int end = to;
    while (start < end && isBefore(text.charAt(start))) {
      start++;
    }
    while (end > start && isBehind(text.charAt(end - 1), cutEnd)) {
      end--;
    }
    return start < end
        ? new Passage(start, end, cutStart, cutEnd)
        : new Passage(from, to, cutStart, cutEnd);
  }

  /** What is left over at the front of a piece: blanks, and the stop of what stood before. */
  private static boolean isBefore(char c) {
    return Sentences.isBlank(c) || "،,.؛;:!؟?…»)]”-–—*•".indexOf(c) >= 0;
  }

  private static boolean isBehind(char c, boolean cut) {
    return Sentences.isBlank(c) || (cut && "،,؛;:«([“-–—*•".indexOf(c) >= 0);
  }
}
