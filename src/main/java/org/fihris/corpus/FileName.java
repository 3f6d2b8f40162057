package org.fihris.corpus;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the name of a file or archive member tells of its content. */
final class FileName {
  /** Companions of a collection, whatever their extension; none of them is a page. */
  private static final Set<String> COMPANIONS =
      Set.of(
          "readme",
          "license",
          "licence",
          "copying",
          "copyright",
          "notice",
          "notices",
          "changelog",
          "changes",
          "authors",
          "contributors",
          "contributing",
          "citation",
          "manifest",
          "makefile",
          "dockerfile",
          "requirements",
          "robots",
          "sha256sums",
          "md5sums");

  /** Files of other kinds, left alone without being opened. */
  private static final Set<String> OTHER_KINDS =
      Set.of(
          "md rst adoc tex bib py pyc ipynb r java js ts css scss rb go c h cpp sh bat ps1 sql"
              .concat(
                  " xls xlsx ods parquet arrow feather db sqlite pkl npy npz h5 bin cdx cdxj wat")
              .concat(" mhtml pdf doc docx odt rtf ppt pptx epub")
              .concat(" png jpg jpeg gif webp svg bmp ico tif tiff mp3 mp4 m4a avi mov webm wav")
              .concat(" yml yaml toml ini cfg conf properties lock log bak tmp swp")
              .concat(" bz2 xz zst 7z rar jar class exe dll so woff woff2 ttf md5 sha1 sha256 sig")
              .split(" "));

  private static final int MAX_ADDRESS = 1000;

  private final String last;
  private final String stem;
  private final String extension;

  private FileName(String last, String stem, String extension) {
    this.last = last;
    this.stem = stem;
    this.extension = extension;
  }

  /**
   * @param path a path with slashes or backslashes, of which only the last part counts
   */
  static FileName of(String path) {
    String last = path.substring(lastSlash(path) + 1).toLowerCase(Locale.ROOT);
    String plain = last.endsWith(".gz") ? last.substring(0, last.length() - 3) : last;
    int dot = plain.lastIndexOf('.');
    return dot <= 0
        ? new FileName(last, plain, "")
        : new FileName(last, plain.substring(0, dot), plain.substring(dot + 1));
  }

  private static int lastSlash(String path) {
    return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  }

  /** Whether a file of this name, found in a folder or archive, is no news page. */
  boolean isLeftAlone() {
    return isHidden(last) || OTHER_KINDS.contains(extension) || isCompanion();
  }

  /** Whether a file or folder of this name is hidden or kept by an operating system for itself. */
  static boolean isHidden(String last) {
    return last.startsWith(".")
        || last.equalsIgnoreCase("__MACOSX")
        || last.equalsIgnoreCase("thumbs.db")
        || last.equalsIgnoreCase("desktop.ini");
  }

  private boolean isCompanion() {
    int end = 0;
    while (end < stem.length() && Character.isLetterOrDigit(stem.charAt(end))) {
      end++;
    }
    String word = stem.substring(0, end);
    // README-ar, LICENSE_data: a companion; "changes in the cabinet": not.
    return COMPANIONS.contains(stem)
        || (end < stem.length() && (word.equals("readme") || word.startsWith("licen")));
  }

  /** The format that the extension promises, or {@code null} if it promises none. */
  @Nullable Format format() {
    return switch (extension) {
      case "txt", "text", "" -> Format.TEXT;
      case "html", "htm", "xhtml", "shtml" -> Format.HTML;
      case "jsonl", "ndjson", "json", "jsonlines" -> Format.JSON;
      case "csv" -> Format.CSV;
      case "tsv", "tab" -> Format.TSV;
      case "sgml", "sgm", "trec" -> Format.TREC;
      case "warc" -> Format.WARC;
      case "wet" -> Format.WET;
      case "rss", "atom", "rdf" -> Format.FEED;
      default -> null;
    };
  }

  /** Whether the name promises something readable, so that other content is worth a word. */
  boolean promisesPages() {
    return (format() != null && !extension.isEmpty())
        || last.endsWith(".gz")
        || extension.equals("tar")
        || extension.equals("tgz")
        || extension.equals("zip");
  }

  /** What a file of this extension is, if it is of a kind that only its name tells. */
  @Nullable String otherKind() {
    return switch (extension) {
      case "mhtml", "mht" -> "a web page with all its files in one (MHTML)";
      case "doc", "docx", "odt", "rtf" -> "a word processor document";
      case "xls", "xlsx", "ods" -> "a spreadsheet";
      case "epub" -> "an e-book";
      default -> null;
    };
  }

  /**
   * The name of an archive member, fit to be shown: relative, without steps upwards, control
   * characters or marks that turn the writing direction around.
   */
  static String shown(String memberName) {
    StringBuilder shown = new StringBuilder();
    for (String part : memberName.replace('\\', '/').split("/")) {
      if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        shown.append(shown.isEmpty() ? "" : "/").append(part);
      }
    }
    tame(shown);
    return shown.isEmpty() ? "(no name)" : shown.toString();
  }

  /** The address of a page in a web archive, fit to be shown. */
  static String shownAddress(String url) {
    StringBuilder shown = new StringBuilder(url);
    shown.setLength(Math.min(url.length(), MAX_ADDRESS));
    tame(shown);
    return shown.toString();
  }

  private static void tame(StringBuilder shown) {
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (Character.isISOControl(c)
          || (c >= '\u202A' && c <= '\u202E')
          || (c >= '\u2066' && c <= '\u2069')) {
        shown.setCharAt(i, '\uFFFD');
      }
    }
  }
}
