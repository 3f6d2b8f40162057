package org.fihris.corpus;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a page, a feed or a server says the encoding is. Many are wrong: see {@link Decoding}. */
final class DeclaredCharset {
  /** Browsers look through a thousand bytes; pages put more in front. */
  private static final int HEAD = 1 << 13;

  private static final Pattern IN_PROLOG =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s{0,4}=\\s{0,4}[\"']([\\w.:-]{1,40})");
  private static final Pattern IN_META =
      Pattern.compile(
          "<meta[^>]{0,400}?charset\\s{0,4}=\\s{0,4}[\"']?\\s?([\\w.:-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  private DeclaredCharset() {}

  /** What the XML declaration or a {@code meta} tag at the beginning names. */
  static @Nullable Charset inMarkup(byte[] bytes, int from, int length) {
    String head = new String(bytes, from, Math.min(length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher prolog = IN_PROLOG.matcher(head);
    if (prolog.find()) {
      return named(prolog.group(1));
    }
    Matcher meta = IN_META.matcher(head);
    return meta.find() ? named(meta.group(1)) : null;
  }

  /** The charset of a name as people write it, or {@code null} if it names none. */
  static @Nullable Charset named(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String plain = name.strip().toLowerCase(Locale.ROOT);
    if (plain.contains("1256")) {
      plain = "windows-1256";
    } else if (plain.contains("8859-6") || plain.contains("8859_6") || plain.equals("asmo-708")) {
      plain = "iso-8859-6";
    }
    try {
      return Charset.forName(plain);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** Of two declarations the one that Arabic can be written in, else the first. */
  static @Nullable Charset among(@Nullable Charset first, @Nullable Charset second) {
    return first == null || (second != null && !isArabic(first) && isArabic(second))
        ? second
        : first;
  }

  private static boolean isArabic(Charset charset) {
    return charset.name().equals("windows-1256") || charset.name().equals("ISO-8859-6");
  }
}
