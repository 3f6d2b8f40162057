package org.fihris.date;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/** The nouns of units of time in singular, dual and plural, with the article or without. */
final class Units {

  /**
   * @param count 1 or 2 for what the singular and dual say by themselves; 0 for a plural, which a
   *     number has to count
   */
  record Unit(ChronoUnit unit, int count) {}

  private static final Map<String, Unit> UNITS = units();

  /** Every spelling; words of other roles keep those. */
  static final String SPELLINGS = String.join(" ", UNITS.keySet());

  private Units() {}

  static @Nullable Unit of(String base) {
    return UNITS.get(base);
  }

  private static Map<String, Unit> units() {
    Map<String, Unit> units = new HashMap<>();
    put(units, ChronoUnit.DAYS, "يوم يوما", "يومين يومان", "أيام");
    put(units, ChronoUnit.WEEKS, "أسبوع أسبوعا", "أسبوعين أسبوعان", "أسابيع");
    put(units, ChronoUnit.MONTHS, "شهر شهرا", "شهرين شهران", "أشهر شهور");
    put(units, ChronoUnit.YEARS, "عام عاما سنة", "عامين عامان سنتين سنتان", "أعوام سنوات سنين");
    put(units, ChronoUnit.DECADES, "عقد عقدا", "عقدين عقدان", "عقود");
    put(units, ChronoUnit.CENTURIES, "قرن قرنا", "قرنين قرنان", "قرون");
    return Map.copyOf(units);
  }

  private static void put(
      Map<String, Unit> units, ChronoUnit unit, String one, String two, String many) {
    String[] forms = {many, one, two};
    for (int count = 0; count < forms.length; count++) {
      for (String form : Folding.fold(forms[count]).split(" ")) {
        units.put(form, new Unit(unit, count));
        units.put("ال" + form, new Unit(unit, count));
      }
    }
  }
}
