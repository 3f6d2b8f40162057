package org.fihris.date;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.fihris.date.Dateline.Label;
import org.fihris.date.PublicationDate.Known;
import org.fihris.date.PublicationDate.Method;
import org.fihris.date.PublicationDate.Unknown;
import org.fihris.text.Folding;

/** Reads publication dates where they are stated. Never throws, never guesses. */
public final class PublicationDates {
  private static final Pattern GAP = Pattern.compile("\\s+");

  /** A longer value or line is prose. */
  private static final int LONGEST = 160;

  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2100;
  private static final Pattern TWO_DIGIT_YEAR =
      Pattern.compile("(\\d{1,2}[ -][a-z]{3}[ -])(\\d{2})(?= \\d{1,2}:\\d{2})");

  /** A date of a dateline. */
  record Labelled(Label label, PublicationDate date) {}

  private PublicationDates() {}

  /**
   * Reads a date that stands alone in a field of a record: an ISO day or date-time with or without
   * zone, seconds or milliseconds since 1970, RFC 822, day/month/year (the day first), Arabic or
   * English words, in digits of either kind.
   *
   * <p>The day is the one that is written, in the zone it is written in; for a count since 1970
   * that is UTC. There is a time only where a zone is stated.
   *
   * @return {@link Unknown} with a reason that quotes the value if it is malformed, impossible or
   *     contradicts itself
   */
  public static PublicationDate ofMetadata(String value) {
    String folded = withFullYear(Folding.fold(value).replace('\u00A0', ' ').strip());
    if (folded.isEmpty()) {
      return new Unknown("the date field is empty");
    }
    if (folded.length() > LONGEST) {
      return new Unknown("the date field holds no date: '" + quote(value) + "'");
    }
    if (IsoDates.isShapedLike(folded)) {
      Known known = IsoDates.read(folded);
      return known == null
          ? new Unknown("there is no such day or time: '" + quote(value) + "'")
          : plausible(known, value);
    }
    List<Dateline> dates = DatelineParser.parse(folded);
    return dates.isEmpty()
        ? new Unknown("the date field holds no date this engine can read: '" + quote(value) + "'")
        : plausible(best(dates, Method.METADATA, value), value);
  }

  /**
   * Whether the line holds one or more dates and nothing but what belongs to them: weekday, time,
   * zone, a label such as نشر في or آخر تحديث. Its date may yet be impossible or lack the year.
   */
  public static boolean isDateline(String line) {
    return line.length() <= LONGEST && (!DatelineParser.parse(line).isEmpty() || isIsoLine(line));
  }

  /** Whether a dateline says what its date is the date of. */
  public static boolean isLabelled(String dateline) {
    return DatelineParser.parse(dateline).stream().anyMatch(d -> d.label() != Label.NONE);
  }

  /**
   * The publication date that the datelines of one page state together. One labelled as that of
   * publication is believed before one without label, and that before one of an update; two of the
   * same rank that name different days leave the date unknown.
   *
   * @param datelines lines for which {@link #isDateline} holds
   */
  public static PublicationDate ofDatelines(List<String> datelines) {
    List<Dateline> dates = new ArrayList<>();
    for (String line : datelines) {
      if (isIsoLine(line)) {
        PublicationDate iso = ofMetadata(line);
        return iso instanceof Known known ? known.with(Method.DATELINE) : iso;
      }
      dates.addAll(DatelineParser.parse(line));
    }
    String quoted = String.join(" | ", datelines);
    return dates.isEmpty()
        ? new Unknown("the page states none")
        : plausible(best(dates, Method.DATELINE, quoted), quoted);
  }

  /**
   * The publication date that the places of one page state together.
   *
   * <p>Each candidate is read as {@link #ofMetadata} or, all datelines of the page as one, {@link
   * #ofDatelines} reads it; one whose weekday contradicts its day, whose year no newspaper has, or
   * that lies more than a day after what a {@link Method#HEADER} states, is not believed. Of the
   * rest:
   *
   * <ol>
   *   <li>The best {@link Method} gives the date, in the order of their declaration. But where its
   *       day stands alone and a later method agrees with the address on another, those two do.
   *   <li>Of two candidates of one method with different days, the one counts that another method
   *       agrees with. Where none or both do, the first given of {@link Method#METADATA} counts,
   *       since the caller gives them in the order of trust; any other method then states nothing.
   *   <li>Of two of one method that agree, the more exact counts.
   *   <li>A date of an update counts only where there is no other, and a header only where there is
   *       not even that.
   * </ol>
   *
   * <p>Two dates agree if they name one day, or if a moment falls on that day anywhere between the
   * Americas and the Gulf. {@link PublicationDate.Confidence} says what the others made of it; what
   * could as well be the date of publication and differs is recorded, and so is what a better
   * method stated that was not believed.
   *
   * @param candidates those of one method in the order of trust
   * @return {@link Unknown} if there is no candidate that can be believed
   */
  public static PublicationDate choose(List<Candidate> candidates) {
    return new DateChoice(candidates).date();
  }

  /** What the dates of a dateline state, each with its label; those that cannot be as unknown. */
  static List<Labelled> eachOf(String dateline) {
    if (dateline.length() > LONGEST) {
      return List.of(new Labelled(Label.NONE, new Unknown("it is no line of dates")));
    }
    if (isIsoLine(dateline)) {
      PublicationDate iso = ofMetadata(dateline);
      return List.of(
          new Labelled(Label.NONE, iso instanceof Known k ? k.with(Method.DATELINE) : iso));
    }
    return DatelineParser.parse(dateline).stream()
        .map(d -> new Labelled(d.label(), plausible(quoting(d, dateline), dateline)))
        .toList();
  }

  private static PublicationDate quoting(Dateline dateline, String line) {
    PublicationDate date = dateline.date(Method.DATELINE);
    return date instanceof Unknown unknown
        ? new Unknown(unknown.reason() + ": '" + quote(line) + "'")
        : date;
  }

  private static PublicationDate best(List<Dateline> dates, Method method, String quoted) {
    Label label =
        dates.stream().map(Dateline::label).min(Comparator.naturalOrder()).orElse(Label.NONE);
    PublicationDate best = null;
    for (Dateline dateline : dates) {
      if (dateline.label() != label) {
        continue;
      }
      PublicationDate date = dateline.date(method);
      if (date instanceof Unknown unknown) {
        return new Unknown(unknown.reason() + ": '" + quote(quoted) + "'");
      }
      if (best instanceof Known first
          && date instanceof Known next
          && !first.day().equals(next.day())) {
        return new Unknown("two different days are stated: '" + quote(quoted) + "'");
      }
      best = best == null ? date : best;
    }
    return best == null ? new Unknown("none is stated: '" + quote(quoted) + "'") : best;
  }

  private static PublicationDate plausible(PublicationDate date, String quoted) {
    boolean impossible =
        date instanceof Known known
            && (known.day().getYear() < FIRST_YEAR || known.day().getYear() > LAST_YEAR);
    return impossible ? new Unknown("no newspaper has that year: '" + quote(quoted) + "'") : date;
  }

  private static boolean isIsoLine(String line) {
    String folded = Folding.fold(line).strip();
    // A bare number on a line of a page counts readers or comments.
    return folded.indexOf('-') > 0 && IsoDates.isShapedLike(folded);
  }

  /** RFC 822 wrote years in two digits; those from 70 on are of the last century. */
  private static String withFullYear(String folded) {
    return TWO_DIGIT_YEAR
        .matcher(folded)
        .replaceFirst(
            m -> m.group(1) + (m.group(2).compareTo("70") < 0 ? "20" : "19") + m.group(2));
  }

  static String quote(String value) {
    String line = GAP.matcher(value.strip()).replaceAll(" ");
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }
}
