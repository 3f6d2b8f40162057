package org.fihris.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fihris.text.Folding;

/** What hits can be counted by, and narrowed down to. */
public enum Dimension {
  /** Periods of publication as {@link Period#parse} reads them, and {@link #UNDATED}. */
  DATE("dates", "تاريخ"),
  SOURCE("sources", "مصدر"),
  CATEGORY("categories", "section", "sections", "قسم"),
  PERSON("persons", "people", "شخص"),
  PLACE("places", "مكان"),
  ORGANISATION("organisations", "organization", "organizations", "org", "orgs", "منظمة");

  /** The value of {@link #DATE} of the articles whose day of publication is not known. */
  public static final String UNDATED = "undated";

  /** The value of {@link #SOURCE} and {@link #CATEGORY} of the articles that state none. */
  public static final String UNKNOWN = "unknown";

  private final List<String> otherNames;

  Dimension(String... otherNames) {
    this.otherNames = List.of(otherNames);
  }

  /** The name in JSON and on the command line, in ASCII. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The dimension of a key, also in upper case, in the plural and in Arabic. */
  public static Optional<Dimension> fromKey(String key) {
    String folded = Folding.fold(key.strip());
    return Arrays.stream(values()).filter(dimension -> dimension.hasName(folded)).findFirst();
  }

  private boolean hasName(String folded) {
    return key().equals(folded)
        || otherNames.stream().anyMatch(name -> Folding.fold(name).equals(folded));
  }
}
