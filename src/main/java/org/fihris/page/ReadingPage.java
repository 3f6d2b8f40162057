package org.fihris.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article to be read.
 *
 * @param back the hits it was opened from; null where it was not
 * @param dateNote how the date is known, or why it is not
 * @param original the address of its own page; null where it is not known or no web address
 * @param host whose address that is
 * @param marks null where nothing was looked for
 * @param course that of its story; null where nobody else reported it
 */
record ReadingPage(
    Shell shell,
    @Nullable String back,
    @Nullable String section,
    MarkedLine headline,
    @Nullable MarkedLine subtitle,
    List<MarkedLine> summary,
    List<MarkedLine> body,
    @Nullable String source,
    @Nullable String author,
    Published date,
    @Nullable String longDay,
    String dateNote,
    @Nullable String original,
    @Nullable String host,
    @Nullable Marks marks,
    List<Caption> captions,
    List<String> tags,
    List<String> agencies,
    List<EntityChip> entities,
    @Nullable Course course,
    List<StoryLink> similar,
    List<Notice> notices) {

  /**
   * What matches.
   *
   * @param count how many places, in words
   * @param any whether there are any
   * @param legend the kinds of them; empty where they need no words
   */
  record Marks(String count, boolean any, List<Legend> legend) {}

  /** A kind of mark that the text has. */
  record Legend(String kind, String label) {}

  /** The words below a picture. */
  record Caption(String text, @Nullable String credit) {}

  /**
   * The course of a story.
   *
   * @param days the first day first
   * @param outlets how many outlets reported it; null for one
   * @param whole where the reports are that are left out here; null where none are
   */
  record Course(List<Day> days, @Nullable String outlets, @Nullable Choice whole) {}

  /**
   * A day of a story.
   *
   * @param label the day in words
   */
  record Day(String label, List<StoryLink> reports) {}
}
