package org.fihris.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a query string or a form says, read value by value. A value that cannot be used is a fault
 * and counts as not given; so does, without a fault, an empty one, since a form sends those of its
 * empty fields. Not safe for more than one thread.
 */
public final class ParameterValues {
  /** Java also reads years of nine digits, which no calendar of news has. */
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Map<String, List<String>> given = new LinkedHashMap<>();
  private final List<ParameterFault> faults = new ArrayList<>();

  /**
   * @param given values by name, in their order
   */
  public ParameterValues(Map<String, List<String>> given) {
    given.forEach(
        (name, values) -> {
          List<String> said = values.stream().filter(value -> !value.isBlank()).toList();
          if (!said.isEmpty()) {
            this.given.put(name, said);
          }
        });
  }

  /** What could not be used of what was read so far. */
  public List<ParameterFault> faults() {
    return List.copyOf(faults);
  }

  public void addFault(String name, String message) {
    faults.add(new ParameterFault(name, message));
  }

  public boolean has(String name) {
    return given.containsKey(name);
  }

  /** All values of a parameter that may be given again; empty where it is not given. */
  public List<String> all(String name) {
    return given.getOrDefault(name, List.of());
  }

  /** The value of a parameter that may be given once, which of several is the first; else null. */
  public @Nullable String text(String name) {
    List<String> values = all(name);
    if (values.size() > 1) {
      addFault(name, "may be given once, not " + values.size() + " times");
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  /**
   * A value as something else; null where none is given or it cannot be read.
   *
   * @param reading throws {@link IllegalArgumentException} for a text that is no such thing, with a
   *     sentence for the user
   */
  public <T> @Nullable T read(String name, Function<String, T> reading) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    try {
      return reading.apply(value.strip());
    } catch (IllegalArgumentException e) {
      addFault(name, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** A day as 2025-02-13; null where none is given. */
  public @Nullable LocalDate day(String name) {
    return read(
        name,
        value -> {
          try {
            if (DAY.matcher(value).matches()) {
              return LocalDate.parse(value);
            }
          } catch (DateTimeException e) {
            // said below, as for a text of another form
          }
          throw no(value, "day", "2025-02-13");
        });
  }

  /** A time zone as Africa/Cairo or +03:00; null where none is given. */
  public @Nullable ZoneId zone(String name) {
    return read(
        name,
        value -> {
          try {
            return ZoneId.of(value);
          } catch (DateTimeException e) {
            throw no(value, "zone", "Africa/Cairo or +03:00");
          }
        });
  }

  /** A whole number from the least to the most; {@code usual} where none is given. */
  public int number(String name, int least, int most, int usual) {
    Integer number =
        read(
            name,
            value -> {
              try {
                int read = Integer.parseInt(value);
                if (read >= least && read <= most) {
                  return read;
                }
              } catch (NumberFormatException e) {
                // said below, as for a number out of its range
              }
              throw new IllegalArgumentException(
                  "'%s' is no number from %d to %d"
                      .formatted(Excerpt.shortened(value), least, most));
            });
    return number == null ? usual : number;
  }

  /** A number from the least to the most; {@code usual} where none is given. */
  public double fraction(String name, double least, double most, double usual) {
    Double number =
        read(
            name,
            value -> {
              if (value.matches("\\d{1,9}(\\.\\d{1,9})?")) {
                double read = Double.parseDouble(value);
                if (read >= least && read <= most) {
                  return read;
                }
              }
              throw new IllegalArgumentException(
                  "'%s' is no number from %s to %s"
                      .formatted(Excerpt.shortened(value), least, most));
            });
    return number == null ? usual : number;
  }

  /** Whether something is to be so; {@code usual} where nothing is said. */
  public boolean flag(String name, boolean usual) {
    return choice(name, Map.of("true", true, "false", false), usual);
  }

  /** One of some words; {@code usual} where none is given. */
  public <T> T choice(String name, Map<String, T> words, T usual) {
    T chosen =
        read(
            name,
            value -> {
              T meant = words.get(value);
              if (meant == null) {
                throw new IllegalArgumentException(
                    "'%s' is none of %s"
                        .formatted(
                            Excerpt.shortened(value),
                            String.join(", ", words.keySet().stream().sorted().toList())));
              }
              return meant;
            });
    return chosen == null ? usual : chosen;
  }

  private static IllegalArgumentException no(String value, String kind, String example) {
    return new IllegalArgumentException(
        "'%s' is no %s; write it as %s".formatted(Excerpt.shortened(value), kind, example));
  }
}
