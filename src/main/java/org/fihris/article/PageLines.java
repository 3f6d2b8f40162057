package org.fihris.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fihris.article.Boilerplate.Match;
import org.fihris.article.Details.Caption;
import org.fihris.article.Outlets.Outlet;
import org.fihris.article.PageLine.Role;
import org.fihris.article.PageLine.Shape;
import org.fihris.article.PlaceLines.PlaceAndDate;
import org.fihris.date.PublicationDates;
import org.jspecify.annotations.Nullable;

/** Tells what each line of a page is, looking at no more than its neighbours. */
final class PageLines {

  private static final String BULLETS = "•●▪◦·‣■▶►*-–—";
  private static final Pattern PARTS = Pattern.compile("\\s*[|•·]\\s*|\\s+[-–—]\\s+");

  /** A longer line is prose; looking at its clauses one by one would only take time. */
  private static final int LONGEST_IN_PARTS = 160;

  private static final int MOST_WORDS_OF_NAME = 4;
  private static final int MOST_WORDS_OF_CAPTION = 30;
  private static final int MOST_WORDS_OF_AUTHOR = 6;
  private static final int MOST_WORDS_OF_SOURCE = 6;

  private final Boilerplate boilerplate;
  private final Credits credits;
  private final PlaceLines places;
  private final PressNames names;
  private final Navigation navigation;

  PageLines(Boilerplate boilerplate, Credits credits, PlaceLines places, PressNames names) {
    this.names = names;
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
        lines.add(new PageLine(text, Role.DROPPED, "", LineRule.BESIDE_OFFICE));
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

  /** What one line is, looked at alone; its date, outlet and author in parts of their own. */
  List<PageLine> ofLine(String text) {
    Match match = boilerplate.match(text);
    return match == null ? parts(text) : List.of(matched(text, match));
  }

  /** What a phrase of the table makes of a line; {@code null} if there is none on it. */
  @Nullable PageLine byPhrase(String text) {
    Match match = boilerplate.match(text);
    return match == null ? null : matched(text, match);
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
      lines.set(lines.size() - 1, last.as(Role.SOURCE, last.text(), LineRule.BESIDE_OFFICE));
    }
  }

  private PageLine matched(String text, Match match) {
    return switch (match.rule()) {
      case LINE -> by(LineRule.LINE, text, Role.DROPPED, match);
      case WITH_NEXT -> by(LineRule.WITH_NEXT, text, Role.DROPPED, match);
      case MASTHEAD -> by(LineRule.MASTHEAD, text, Role.DROPPED, match);
      case PREFIX -> by(LineRule.PREFIX, text, Role.DROPPED, match);
      case SHORT_PREFIX -> by(LineRule.SHORT_PREFIX, text, Role.DROPPED, match);
      case CONTAINS, CREDIT, HOME, SECTION, REGION ->
          by(LineRule.CONTAINS, text, Role.DROPPED, match);
      case SUMMARY -> by(LineRule.SUMMARY, text, Role.SUMMARY, match);
      case RELATED -> by(LineRule.RELATED, text, inlineRelated(match, Role.RELATED), match);
      case READ_ALSO -> by(LineRule.READ_ALSO, text, inlineRelated(match, Role.READ_ALSO), match);
      case TAGS -> by(LineRule.TAGS, text, Role.TAGS, match);
      case TAIL -> by(LineRule.TAIL, text, Role.TAIL, match);
      case ENDS_ARTICLE -> by(LineRule.ENDS_ARTICLE, text, Role.ENDS_ARTICLE, match);
      case IN_SECTION -> by(LineRule.IN_SECTION, text, Role.SECTION, match);
      case SOURCE -> labelled(LineRule.SOURCE, text, Role.SOURCE, match, MOST_WORDS_OF_SOURCE);
      case AUTHOR -> labelled(LineRule.AUTHOR, text, Role.AUTHOR, match, MOST_WORDS_OF_AUTHOR);
    };
  }

  private static PageLine by(LineRule rule, String text, Role role, Match match) {
    return new PageLine(text, role, match.value(), rule, match.phrase(), Shape.LINE);
  }

  /** A headline on the line of its announcement is the only one announced. */
  private static Role inlineRelated(Match match, Role role) {
    return match.value().isEmpty() ? role : Role.DROPPED;
  }

  /** كتب: ... may also open a sentence of the body; a name is short. */
  private PageLine labelled(LineRule rule, String text, Role role, Match match, int most) {
    String value = match.value();
    int words = PlainText.words(value);
    if (words > most) {
      return unmatched(text);
    }
    String name = value.endsWith(":") ? value.substring(0, value.length() - 1).strip() : value;
    return new PageLine(
        text, words == 0 ? Role.DROPPED : role, name, rule, match.phrase(), Shape.LINE);
  }

  /** The line, or its parts where each is a date, an outlet or an author: X | 4 مارس 2018. */
  private List<PageLine> parts(String text) {
    if (text.length() > LONGEST_IN_PARTS) {
      return List.of(unmatched(text));
    }
    List<PageLine> parts = new ArrayList<>();
    boolean dated = false;
    for (String part : PARTS.split(text)) {
      if (part.isBlank()) {
        continue;
      }
      Match match = boilerplate.match(part);
      PageLine line = match == null ? partOfLine(part.strip()) : matched(part.strip(), match);
      if (line.isContent()) {
        return List.of(unmatched(text));
      }
      dated |= line.is(Role.DATELINE);
      parts.add(line);
    }
    return dated && parts.size() > 1 ? parts : List.of(unmatched(text));
  }

  private PageLine partOfLine(String part) {
    Outlet outlet = credits.among(part);
    return outlet == null
        ? unmatched(part)
        : new PageLine(part, Role.BYLINE, outlet.label(), LineRule.BYLINE);
  }

  private PageLine unmatched(String text) {
    if (PublicationDates.isDateline(text)) {
      return new PageLine(text, Role.DATELINE, "", LineRule.DATELINE);
    }
    PlaceAndDate placed = places.dateOf(text);
    if (placed != null) {
      return placed.agency() == null
          ? new PageLine(text, Role.PLACE_DATE, placed.date(), LineRule.PLACE_AND_DAY)
          : new PageLine(text, Role.AGENCY_DATE, placed.date(), LineRule.AGENCY_AND_DAY);
    }
    String credited = credits.ofCreditLine(text);
    if (credited != null) {
      return new PageLine(text, Role.CREDIT, credited, LineRule.CREDITS);
    }
    String byline = bylineOf(text);
    if (byline != null) {
      return new PageLine(text, Role.BYLINE, byline, LineRule.BYLINE);
    }
    if (navigation.isNavigation(text)) {
      return new PageLine(text, Role.NAVIGATION, navigation.sectionOf(text), LineRule.MENU);
    }
    if (isCaption(text)) {
      return new PageLine(text, Role.CAPTION, "", LineRule.PICTURE_CREDIT);
    }
    boolean bullet =
        BULLETS.indexOf(text.charAt(0)) >= 0 && text.length() > 2 && text.charAt(1) == ' ';
    return bullet
        ? new PageLine(text, Role.BULLET, text.substring(2).strip(), LineRule.IN_BODY)
        : new PageLine(text, Role.CONTENT, "", LineRule.IN_BODY);
  }

  private @Nullable String bylineOf(String text) {
    Outlet known = credits.ofByline(text);
    return known == null ? places.outletOf(text) : known.label();
  }

  /** The words of a picture and its credit apart. */
  Caption caption(String text) {
    int open = text.lastIndexOf('(');
    if (open < 0 || !(text.endsWith(")") || text.endsWith(")."))) {
      return new Caption(text, null);
    }
    String credit = text.substring(open + 1, text.lastIndexOf(')')).strip();
    return isPictureCredit(credit)
        ? new Caption(text.substring(0, open).strip(), credit)
        : new Caption(text, null);
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
    if (boilerplate.isCredit(credit) || credits.among(credit) != null || names.isBody(credit)) {
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
