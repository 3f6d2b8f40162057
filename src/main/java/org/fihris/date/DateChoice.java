package org.fihris.date;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fihris.date.Candidate.Event;
import org.fihris.date.Dateline.Label;
import org.fihris.date.PublicationDate.Confidence;
import org.fihris.date.PublicationDate.Disagreement;
import org.fihris.date.PublicationDate.Known;
import org.fihris.date.PublicationDate.Method;
import org.fihris.date.PublicationDate.Unknown;
import org.fihris.date.PublicationDates.Labelled;
import org.jspecify.annotations.Nullable;

/**
 * The choice among the candidates of one page; the rules are at {@link PublicationDates#choose}.
 */
final class DateChoice {

  /** Where an outlet may be whose day a moment is compared with. */
  private static final ZoneOffset WEST = ZoneOffset.ofHours(-8);

  private static final ZoneOffset EAST = ZoneOffset.ofHours(5);

  /** No page of the web was sent earlier. */
  private static final int FIRST_YEAR_OF_HEADERS = 1995;

  private final List<Known> published = new ArrayList<>();
  private final List<Known> updated = new ArrayList<>();
  private final List<Known> headers = new ArrayList<>();
  private final List<Disagreement> refused = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private @Nullable YearMonth monthOfAddress;

  DateChoice(List<Candidate> candidates) {
    List<String> datelines = new ArrayList<>();
    for (Candidate candidate : candidates) {
      switch (candidate.method()) {
        case METADATA, MARKUP, HEADER -> field(candidate);
        case DATELINE -> datelines.add(candidate.value());
        case URL -> address(candidate.value());
      }
    }
    readDatelines(datelines);
    dropLaterThanHeader(published);
    dropLaterThanHeader(updated);
  }

  private void field(Candidate candidate) {
    PublicationDate read = PublicationDates.ofMetadata(candidate.value());
    switch (read) {
      case Known known -> add(known.with(candidate.method()), candidate.event());
      case Unknown unknown -> refuse(unknown, candidate);
    }
  }

  private void add(Known known, Event event) {
    if (known.method() == Method.HEADER) {
      if (known.day().getYear() >= FIRST_YEAR_OF_HEADERS) {
        headers.add(known.with(Confidence.INDIRECT, List.of()));
      }
      return;
    }
    switch (event) {
      case PUBLISHED -> published.add(known);
      case UPDATED -> updated.add(known.with(Confidence.INDIRECT, List.of()));
    }
  }

  /**
   * Takes of all datelines those of the best label; what has one is seldom the day of the reader.
   */
  private void readDatelines(List<String> datelines) {
    Label best = Label.UPDATED;
    List<Known> dates = new ArrayList<>();
    for (String line : datelines) {
      for (Labelled read : PublicationDates.eachOf(line)) {
        switch (read.date()) {
          case Unknown unknown -> refuse(unknown, new Candidate(Method.DATELINE, line));
          case Known known -> {
            if (read.label().compareTo(best) < 0) {
              best = read.label();
              dates.clear();
            }
            if (read.label() == best) {
              dates.add(known);
            }
          }
        }
      }
    }
    (best == Label.UPDATED ? updated : published).addAll(dates);
  }

  private void refuse(Unknown unknown, Candidate candidate) {
    faults.add(unknown.reason());
    if (PublicationDates.isDateline(candidate.value())) {
      String stated = PublicationDates.quote(candidate.value());
      refused.add(new Disagreement(candidate.method(), stated));
    }
  }

  private void address(String value) {
    AddressDate read = AddressDate.of(value);
    if (read == null) {
      return;
    }
    LocalDate day = read.day();
    if (day == null) {
      monthOfAddress = read.month();
    } else {
      Confidence confidence = read.separated() ? Confidence.STATED : Confidence.INDIRECT;
      published.add(new Known(day, null, Method.URL).with(confidence, List.of()));
    }
  }

  private void dropLaterThanHeader(List<Known> dates) {
    Known first = headers.stream().min(Comparator.comparing(Known::day)).orElse(null);
    if (first == null) {
      return;
    }
    LocalDate last = first.day().plusDays(1);
    for (Known date : List.copyOf(dates)) {
      if (date.day().isAfter(last)) {
        dates.remove(date);
        refused.add(new Disagreement(date.method(), date.day().toString()));
        faults.add("it lies after the day on which the page was stored: '" + date.day() + "'");
      }
    }
  }

  PublicationDate date() {
    List<Known> stated = new ArrayList<>();
    for (Method method : Method.values()) {
      Known one = oneOf(method);
      if (one != null) {
        stated.add(one);
      }
    }
    if (!stated.isEmpty()) {
      return judged(chosen(stated));
    }
    if (!updated.isEmpty()) {
      return updated.stream().min(Comparator.comparing(Known::method)).orElseThrow();
    }
    Known header = headers.stream().min(Comparator.comparing(Known::day)).orElse(null);
    return header == null ? new Unknown(reason()) : judged(header);
  }

  /** What the method states, after its candidates are settled among themselves. */
  private @Nullable Known oneOf(Method method) {
    List<Known> own = published.stream().filter(date -> date.method() == method).toList();
    if (own.isEmpty()) {
      return null;
    }
    Known first = own.getFirst();
    if (own.stream().allMatch(date -> agree(first, date))) {
      return mostExact(own);
    }
    List<Known> confirmed = own.stream().filter(this::hasOtherWitness).toList();
    if (!confirmed.isEmpty()
        && confirmed.stream().allMatch(date -> agree(confirmed.getFirst(), date))) {
      return mostExact(confirmed);
    }
    if (method == Method.METADATA) {
      return mostExact(own.stream().filter(date -> agree(first, date)).toList());
    }
    faults.add(
        "two different days are stated: "
            + own.stream()
                .map(Known::day)
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(", ")));
    return null;
  }

  private static Known mostExact(List<Known> agreeing) {
    // The first of those that are equally exact: max would give the last.
    return agreeing.stream().min(Comparator.comparing(Known::precision).reversed()).orElseThrow();
  }

  private boolean hasOtherWitness(Known date) {
    return published.stream()
            .anyMatch(other -> other.method() != date.method() && agree(date, other))
        || YearMonth.from(date.day()).equals(monthOfAddress);
  }

  private Known chosen(List<Known> stated) {
    Known best = stated.getFirst();
    if (hasOtherWitness(best)) {
      return best;
    }
    for (Known other : stated) {
      boolean withAddress =
          other.method() != Method.URL
              && published.stream()
                  .anyMatch(date -> date.method() == Method.URL && agree(date, other));
      if (withAddress) {
        return other;
      }
    }
    return best;
  }

  private Known judged(Known chosen) {
    Set<Disagreement> disagreements =
        new TreeSet<>(
            Comparator.comparing(Disagreement::method).thenComparing(Disagreement::stated));
    for (Known other : published) {
      if (!agree(chosen, other)) {
        disagreements.add(new Disagreement(other.method(), other.day().toString()));
      }
    }
    if (monthOfAddress != null
        && chosen.method() != Method.HEADER
        && !monthOfAddress.equals(YearMonth.from(chosen.day()))) {
      disagreements.add(new Disagreement(Method.URL, monthOfAddress.toString()));
    }
    refused.stream()
        .filter(other -> other.method().compareTo(chosen.method()) <= 0)
        .forEach(disagreements::add);
    Confidence confidence = chosen.confidence();
    if (!disagreements.isEmpty()) {
      confidence = Confidence.DISPUTED;
    } else if (hasOtherWitness(chosen)) {
      confidence = Confidence.CONFIRMED;
    }
    return chosen.with(confidence, List.copyOf(disagreements));
  }

  private static boolean agree(Known one, Known other) {
    return one.day().equals(other.day())
        || mayFallOn(one, other.day())
        || mayFallOn(other, one.day());
  }

  private static boolean mayFallOn(Known moment, LocalDate day) {
    return moment.time() != null
        && !day.isBefore(moment.time().withOffsetSameInstant(WEST).toLocalDate())
        && !day.isAfter(moment.time().withOffsetSameInstant(EAST).toLocalDate());
  }

  private String reason() {
    if (!faults.isEmpty()) {
      return faults.getFirst();
    }
    return monthOfAddress == null
        ? "none is stated"
        : "only a month is stated, in the address: '" + monthOfAddress + "'";
  }
}
