package org.fihris.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person, place or organisation.
 *
 * @param otherName its label in the other language; null where that is the same
 * @param articles how many articles name it, in words
 * @param search these articles
 * @param histogram null where none of them is dated
 * @param spellings how it is written, most often first
 * @param company what it is named with more often than chance would have it
 * @param others what else the address may mean
 */
record EntityView(
    Shell shell,
    String name,
    @Nullable String otherName,
    String kind,
    String kindLabel,
    boolean hidden,
    String articles,
    String search,
    @Nullable Histogram histogram,
    List<Share> spellings,
    List<Share> sources,
    List<Companion> company,
    List<EntityChip> others) {

  /**
   * A part of the articles.
   *
   * @param href those articles; null where they cannot be asked for
   * @param width of its bar, in hundredths of the widest
   */
  record Share(String label, String count, @Nullable String href, String width) {}

  /**
   * @param label whom or what it is named with
   * @param together how many articles name both, in words
   * @param lift how many times as often as chance would have it, in words
   * @param search the articles that name both
   */
  record Companion(
      String label, String kind, String href, String together, String lift, String search) {}
}
