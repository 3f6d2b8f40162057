package org.fihris.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fihris.article.Boilerplate.Match;
import org.fihris.article.Outlets.Outlet;
import org.fihris.article.PageLine.Role;
import org.fihris.article.PlaceLines.PlaceAndDate;
import org.fihris.date.PublicationDates;
import org.jspecify.annotations.Nullable;

/** Tells what each line of a page is, looking at no more than its neighbours. */
final class PageLines {

  private static final String BULLETS = "•●▪◦·‣■▶►*-–—";
  private static final Pattern PARTS = Pattern.compile("\\s*[|•·]\\s*|\\s+[-–—]\\s+");
  private static final int MOST_WORDS_OF_NAME = 4;
  private static final int MOST_WORDS_OF_CAPTION = 30;
  private static final int MOST_WORDS_OF_AUTHOR = 6;
  private static final int MOST_WORDS_OF_SOURCE = 6;

  private final Boilerplate boilerplate;
  private final Credits credits;
  private final PlaceLines places;
  private final Navigation navigation;

  PageLines(Boilerplate boilerplate, Credits credits, PlaceLines places) {
    this.boilerplate = boilerplate;
    this.credits = credits;
    this.places = places;
    this.navigation = new Navigation(boilerplate);
  }

  /** The lines of a page, none blank. */
  List<PageLine> of(String page) {
    List<PageLine> lines = new ArrayList<>();
    boolean dropNext = false;
    for (String line : PlainText.lines(page)) {
      String text = boilerplate.withoutNotice(line);
      if (PlainText.words(text) == 0) {
        continue; // bullets and rules without a word
      }
      Match match = boilerplate.match(text);
      if (dropNext && match == null) {
        lines.add(new PageLine(text, Role.DROPPED, ""));
        dropNext = false;
        continue;
      }
      if (match != null && match.rule() == Boilerplate.Rule.MASTHEAD) {
        nameOutletBefore(lines);
      }
      lines.addAll(match == null ? parts(text) : List.of(matched(text, match)));
      dropNext = match != null && dropsNext(match);
    }
    return lines;
  }

  private static boolean dropsNext(Match match) {
    return match.value().isEmpty()
        && (match.rule() == Boilerplate.Rule.MASTHEAD
            || match.rule() == Boilerplate.Rule.WITH_NEXT);
  }

  /** A short line right before the editor's name is the name of the paper. */
  private static void nameOutletBefore(List<PageLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    PageLine last = lines.getLast();
    if (last.is(Role.CONTENT) && last.wordCount() <= MOST_WORDS_OF_NAME) {
      lines.set(lines.size() - 1, new PageLine(last.text(), Role.SOURCE, last.text()));
    }
  }

  private PageLine matched(String text, Match match) {
    return switch (match.rule()) {
      case LINE, WITH_NEXT, MASTHEAD, PREFIX, SHORT_PREFIX, CONTAINS, CREDIT, HOME, SECTION ->
          new PageLine(text, Role.DROPPED, "");
      case SUMMARY -> new PageLine(text, Role.SUMMARY, "");
      case RELATED -> new PageLine(text, inlineRelated(match, Role.RELATED), match.value());
      case READ_ALSO -> new PageLine(text, inlineRelated(match, Role.READ_ALSO), match.value());
      case TAIL -> new PageLine(text, Role.TAIL, "");
      case ENDS_ARTICLE -> new PageLine(text, Role.ENDS_ARTICLE, "");
      case SOURCE -> labelled(text, Role.SOURCE, match.value(), MOST_WORDS_OF_SOURCE);
      case AUTHOR -> labelled(text, Role.AUTHOR, match.value(), MOST_WORDS_OF_AUTHOR);
    };
  }

  /** A headline on the line of its announcement is the only one announced. */
  private static Role inlineRelated(Match match, Role role) {
    return match.value().isEmpty() ? role : Role.DROPPED;
  }

  /** كتب: ... may also open a sentence of the body; a name is short. */
  private PageLine labelled(String text, Role role, String value, int most) {
    int words = PlainText.words(value);
    if (words > most) {
      return unmatched(text);
    }
    String name = value.endsWith(":") ? value.substring(0, value.length() - 1).strip() : value;
    return words == 0 ? new PageLine(text, Role.DROPPED, "") : new PageLine(text, role, name);
  }

  /** The line, or its parts where each is a date, an outlet or an author: X | 4 مارس 2018. */
  private List<PageLine> parts(String text) {
    List<PageLine> parts = new ArrayList<>();
    boolean dated = false;
    for (String part : PARTS.split(text)) {
      if (part.isBlank()) {
        continue;
      }
      Match match = boilerplate.match(part);
      PageLine line = match == null ? partOfLine(part.strip()) : matched(part.strip(), match);
      if (line.is(Role.CONTENT) || line.is(Role.BULLET)) {
        return List.of(unmatched(text));
      }
      dated |= line.is(Role.DATELINE);
      parts.add(line);
    }
    return dated && parts.size() > 1 ? parts : List.of(unmatched(text));
  }

  private PageLine partOfLine(String part) {
    Outlet outlet = credits.among(part);
    return outlet == null ? unmatched(part) : new PageLine(part, Role.BYLINE, outlet.label());
  }

  private PageLine unmatched(String text) {
    if (PublicationDates.isDateline(text)) {
      return new PageLine(text, Role.DATELINE, "");
    }
    PlaceAndDate placed = places.dateOf(text);
    if (placed != null) {
      Role role = placed.agency() == null ? Role.PLACE_DATE : Role.AGENCY_DATE;
      return new PageLine(text, role, placed.date());
    }
    String credited = credits.ofCreditLine(text);
    if (credited != null) {
      return new PageLine(text, Role.CREDIT, credited);
    }
    String byline = bylineOf(text);
    if (byline != null) {
      return new PageLine(text, Role.BYLINE, byline);
    }
    if (navigation.isNavigation(text)) {
      return new PageLine(text, Role.NAVIGATION, "");
    }
    if (isCaption(text)) {
      return new PageLine(text, Role.CAPTION, "");
    }
    boolean bullet =
        BULLETS.indexOf(text.charAt(0)) >= 0 && text.length() > 2 && text.charAt(1) == ' ';
    return bullet
        ? new PageLine(text, Role.BULLET, text.substring(2).strip())
        : new PageLine(text, Role.CONTENT, "");
  }

  private @Nullable String bylineOf(String text) {
    Outlet known = credits.ofByline(text);
    return known == null ? places.outletOf(text) : known.label();
  }

  /** A line that ends in no sentence but in the credit of a picture. */
  private boolean isCaption(String text) {
    int open = text.lastIndexOf('(');
    if (open <= 0 || !(text.endsWith(")") || text.endsWith(")."))) {
      return false;
    }
    String before = text.substring(0, open).strip();
    String credit = text.substring(open + 1, text.lastIndexOf(')'));
    return PlainText.words(before) > 0
        && PlainText.words(text) <= MOST_WORDS_OF_CAPTION
        && !Sentences.endsSentence(before)
        && !text.endsWith(".")
        && isPictureCredit(credit);
  }

  private boolean isPictureCredit(String credit) {
    if (boilerplate.isCredit(credit) || credits.among(credit) != null) {
      return true;
    }
    for (String part : credit.split("[/،,\\-–|]")) {
      if (boilerplate.isCredit(part)) {
        return true;
      }
    }
    return false;
  }
}
