package org.fihris.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pages that were saved one by one: browsers and mirroring programs note the address in them. */
final class SavedPage {
  private static final int HEAD = 1 << 12;

  /** Browsers; SingleFile; HTTrack, which leaves the scheme out. */
  private static final Pattern NOTE =
      Pattern.compile(
          "<!--\\s*saved from url=\\(\\d+\\)(https?://\\S{1,2000})"
              + "|<!--\\s*Page saved with SingleFile\\s+url:\\s*(https?://\\S{1,2000})"
              + "|<!--\\s*Mirrored from (\\S{1,2000}) by HTTrack");

  private SavedPage() {}

  static HtmlPage of(Origin origin, String html) {
    return new HtmlPage(origin, addressIn(html), null, html);
  }

  private static @Nullable String addressIn(String html) {
    Matcher note = NOTE.matcher(html).region(0, Math.min(html.length(), HEAD));
    if (!note.find()) {
      return null;
    }
    return note.group(1) != null
        ? note.group(1)
        : note.group(2) != null ? note.group(2) : "http://" + note.group(3);
  }
}
