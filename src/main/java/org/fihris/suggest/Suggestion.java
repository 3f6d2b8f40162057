package org.fihris.suggest;

import java.time.LocalDate;
import org.fihris.entity.Entity;
import org.jspecify.annotations.Nullable;

/** One way to go on with what was typed. */
public sealed interface Suggestion {

  /** What to put into the place of what was typed. */
  String text();

  /**
   * A person, place or organisation that articles name.
   *
   * @param entity as it is shown
   * @param articles how many articles name it
   */
  record OfEntity(Entity entity, long articles) implements Suggestion {
    @Override
    public String text() {
      return entity.labelAr();
    }
  }

  /**
   * A word of headlines, or two or three that stand together in them oftener than chance has it.
   *
   * @param headlines how many headlines have it; repeated ones count once
   */
  record OfPhrase(String text, long headlines) implements Suggestion {}

  /**
   * A headline.
   *
   * @param id that of the article
   * @param day of publication, null where unknown
   */
  record OfHeadline(String text, String id, @Nullable LocalDate day) implements Suggestion {}
}
