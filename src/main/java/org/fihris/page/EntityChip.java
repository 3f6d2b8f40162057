package org.fihris.page;

import java.util.Locale;
import org.fihris.entity.Entity;
import org.fihris.query.LabelLanguage;

/**
 * A person, place or organisation as a link.
 *
 * @param kind its type, for the style sheet
 * @param title what the link does
 * @param chosen whether the search is filtered by it
 */
record EntityChip(String label, String kind, String href, String title, boolean chosen) {

  static String label(Entity entity, LabelLanguage language) {
    return switch (language) {
      case ARABIC -> entity.labelAr();
      case ENGLISH -> entity.labelEn();
    };
  }

  static String kind(Entity entity) {
    return entity.type().name().toLowerCase(Locale.ROOT);
  }
}
