package org.fihris.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fihris.article.Outlets.Outlet;
import org.fihris.article.PageMetadata.Given;
import org.fihris.text.Script;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the headline of a page in HTML among those it states, and takes the site's name and
 * section off it.
 */
final class HtmlTitles {

  /**
   * A headline.
   *
   * @param text empty if the page states none
   * @param outlet label of the outlet that stood behind it, if any
   */
  record Title(String text, Provenance by, @Nullable String outlet) {}

  private static final String[] SEPARATORS = {
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " ، ", "|"
  };
  private static final Pattern PARTS = Pattern.compile("\\s+(?:[|»«]|::|[-–—])\\s+");
  private static final int LEAST_WORDS_OF_PART = 4;
  private static final int MOST_PARTS = 4;
  private static final int LEAST_WORDS = 2;

  private final Tables tables;

  HtmlTitles(Tables tables) {
    this.tables = tables;
  }

  /**
   * The first that is stated and Arabic. One that breaks off gives way to a longer one that begins
   * with it, and one with more behind it to the first heading, if that is its beginning.
   */
  Title of(PageMetadata metadata, List<HtmlBlock> blocks) {
    List<String> headings =
        blocks.stream()
            .filter(b -> b.level() == 1 && b.words() >= LEAST_WORDS)
            .map(HtmlBlock::text)
            .toList();
    List<Title> titles = new ArrayList<>();
    for (Given given : metadata.headlines()) {
      Title title = cleaned(given, metadata);
      if (Script.hasArabic(title.text()) && PlainText.words(title.text()) >= LEAST_WORDS) {
        titles.add(title);
      }
    }
    if (titles.isEmpty()) {
      String heading = headings.isEmpty() ? "" : headings.getFirst();
      return new Title(heading, Provenance.MARKUP, null);
    }
    Title first = titles.getFirst();
    String key = Boilerplate.keyOf(first.text());
    for (Title longer : titles) {
      String other = Boilerplate.keyOf(longer.text());
      if (breaksOff(first.text()) && other.length() > key.length() && other.startsWith(key)) {
        return new Title(longer.text(), longer.by(), first.outlet());
      }
    }
    for (String heading : headings) {
      String other = Boilerplate.keyOf(heading);
      boolean whole = breaksOff(first.text()) && other.startsWith(key);
      boolean shorter = key.startsWith(other + " ") && hasSeparator(first.text(), heading);
      if (whole || shorter) {
        return new Title(heading, Provenance.MARKUP, first.outlet());
      }
    }
    return partOnPage(first, blocks);
  }

  /**
   * Of a title in parts (الصحيفة :: الخبر) the one that stands on the page as a line of its own.
   */
  private Title partOnPage(Title title, List<HtmlBlock> blocks) {
    String[] parts = PARTS.split(title.text());
    if (parts.length < 2) {
      return title;
    }
    for (String part : parts) {
      String key = Boilerplate.keyOf(part);
      boolean shown =
          PlainText.words(part) >= LEAST_WORDS_OF_PART
              && blocks.stream()
                  .anyMatch(
                      b ->
                          !b.isLink() && b.words() < 40 && Boilerplate.keyOf(b.text()).equals(key));
      if (shown) {
        String outlet = title.outlet();
        for (String other : parts) {
          outlet = outlet == null && tables.names().namesItself(other) ? other.strip() : outlet;
        }
        return new Title(part.strip(), Provenance.MARKUP, outlet);
      }
    }
    return title;
  }

  private static boolean breaksOff(String title) {
    return title.endsWith("...") || title.endsWith("…") || title.length() >= 60;
  }

  /** Whether what the title has more than the heading stands behind one of the marks. */
  private static boolean hasSeparator(String title, String heading) {
    String rest = title.substring(Math.min(heading.length(), title.length())).strip();
    return !rest.isEmpty() && "|-–—:»«".indexOf(rest.charAt(0)) >= 0;
  }

  private Title cleaned(Given given, PageMetadata metadata) {
    String title = given.value();
    String outlet = null;
    boolean removed = false;
    for (int i = 0; i < MOST_PARTS; i++) {
      String before = title;
      for (String separator : SEPARATORS) {
        int last = title.lastIndexOf(separator);
        String behind = last <= 0 ? "" : title.substring(last + separator.length()).strip();
        Outlet known = behind.isEmpty() ? null : tables.outlets().named(behind);
        if (known != null
            || isSite(behind, metadata)
            || (removed && tables.boilerplate().isSection(behind))) {
          outlet = outlet == null && known != null ? known.label() : outlet;
          title = title.substring(0, last).strip();
          removed = true;
          break;
        }
        int first = title.indexOf(separator);
        String front = first <= 0 ? "" : title.substring(0, first).strip();
        Outlet ahead = front.isEmpty() ? null : tables.outlets().named(front);
        if (isSite(front, metadata) || (ahead != null && !ahead.agency())) {
          outlet = outlet == null && ahead != null ? ahead.label() : outlet;
          title = title.substring(first + separator.length()).strip();
          removed = true;
          break;
        }
      }
      if (title.equals(before)) {
        break;
      }
    }
    return new Title(title, given.by(), outlet);
  }

  private static boolean isSite(String words, PageMetadata metadata) {
    String key = Boilerplate.keyOf(words);
    return !key.isEmpty()
        && metadata.siteNames().stream().anyMatch(s -> Boilerplate.keyOf(s.value()).equals(key));
  }
}
