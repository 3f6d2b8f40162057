package org.fihris.article;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fihris.article.Outlets.Outlet;
import org.fihris.corpus.PageRecord;
import org.fihris.corpus.PageRecord.Field;
import org.fihris.date.Candidate;
import org.fihris.date.PublicationDate;
import org.fihris.date.PublicationDate.Method;
import org.fihris.date.PublicationDates;
import org.fihris.text.Script;
import org.jspecify.annotations.Nullable;

/** Makes an article of a page with named fields. */
final class RecordExtraction {

  private final Outlets outlets;
  private final Headlines headlines;
  private final Credits credits;

  RecordExtraction(Tables tables) {
    this.outlets = tables.outlets();
    this.headlines = tables.headlines();
    this.credits = tables.credits();
  }

  Extraction extract(PageRecord page) {
    String given = line(page, Field.TITLE);
    String text = paragraphs(page, Field.TEXT);
    if (given == null && text.isEmpty()) {
      return new Rejected(page.origin(), "the record has neither title nor text");
    }
    if (!Script.hasArabic(text) && (given == null || !Script.hasArabic(given))) {
      return new Rejected(page.origin(), "neither title nor text holds an Arabic letter");
    }
    String url = line(page, Field.URL);
    String source = sourceOf(line(page, Field.SOURCE), url);
    String title = title(given, source);
    boolean byAddress = line(page, Field.SOURCE) == null;
    return withDetails(
        new Article(
            id(line(page, Field.ID), url, title, text),
            url,
            title,
            summary(page, title, text),
            text,
            dateOf(page, url),
            source,
            line(page, Field.AUTHOR),
            line(page, Field.CATEGORY),
            line(page, Field.PARENT_ID),
            Details.NONE,
            List.of()),
        byAddress);
  }

  /** With the agencies that sign the text, and what gave each part. */
  private Article withDetails(Article article, boolean sourceByAddress) {
    String text = article.text();
    String first = text.substring(0, text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n'));
    String last = text.substring(text.lastIndexOf('\n') + 1);
    List<String> agencies = credits.agenciesAround(first, last);
    Map<Part, Provenance> foundBy = new EnumMap<>(Part.class);
    article.parts().forEach(part -> foundBy.put(part, Provenance.RECORD));
    if (foundBy.containsKey(Part.SOURCE) && sourceByAddress) {
      foundBy.put(Part.SOURCE, Provenance.ADDRESS);
    }
    if (!agencies.isEmpty()) {
      foundBy.put(Part.AGENCIES, Provenance.LINES);
    }
    return article.withDetails(new Details(null, List.of(), List.of(), agencies, foundBy));
  }

  /** The id given, else the URL, else the content; an absurdly long one is as good as none. */
  private static String id(
      @Nullable String given, @Nullable String url, String title, String text) {
    if (given != null && given.length() <= Article.MAX_ID_LENGTH) {
      return given;
    }
    return url != null && url.length() <= Article.MAX_ID_LENGTH ? url : ContentHash.of(title, text);
  }

  /** The title given. A record that has none is not given one: its text is not a headline. */
  private String title(@Nullable String given, @Nullable String source) {
    if (given == null) {
      return "";
    }
    Headlines.Headline headline = headlines.withoutOutlet(given);
    // A title may end in the name of an outlet that it speaks of; only its own is no part of it.
    boolean own = headline.outlet() != null && headline.outlet().equals(label(source));
    return own ? headline.text() : given;
  }

  private @Nullable String label(@Nullable String source) {
    Outlet known = source == null ? null : outlets.named(source);
    return known == null ? source : known.label();
  }

  /** The source as the record names it, so that counts are those of its data; else by the URL. */
  private @Nullable String sourceOf(@Nullable String name, @Nullable String url) {
    if (name != null || url == null) {
      return name;
    }
    Outlet known = outlets.ofUrl(url);
    return known == null ? Outlets.hostOf(url) : known.label();
  }

  private static PublicationDate dateOf(PageRecord page, @Nullable String url) {
    List<Candidate> candidates = new ArrayList<>();
    String value = page.get(Field.DATE);
    if (value != null) {
      candidates.add(new Candidate(Method.METADATA, value));
    }
    if (url != null) {
      candidates.add(new Candidate(Method.URL, url));
    }
    return PublicationDates.choose(candidates);
  }

  /** The summary, unless it is only the beginning of the text or the title over again. */
  private static @Nullable String summary(PageRecord page, String title, String text) {
    String summary = paragraphs(page, Field.SUMMARY);
    if (summary.isEmpty()) {
      return null;
    }
    return Summaries.saysMore(summary, title, text) ? summary : null;
  }

  private static String paragraphs(PageRecord page, Field field) {
    String value = page.get(field);
    return value == null ? "" : PlainText.paragraphs(value);
  }

  private static @Nullable String line(PageRecord page, Field field) {
    String value = page.get(field);
    String line = value == null ? "" : PlainText.oneLine(value);
    return line.isEmpty() ? null : line;
  }
}
