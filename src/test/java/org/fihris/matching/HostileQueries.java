package org.fihris.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.fihris.query.EntityUse;
import org.fihris.query.Interpretation;
import org.fihris.query.SearchRequest;
import org.fihris.query.Spelling;
import org.fihris.query.Syntax;
import org.fihris.query.Words;

/**
 * Queries that nobody types in good faith, and such as are pasted by mistake: always the same for
 * one source of random numbers.
 */
final class HostileQueries {

  /** A query and the kind of trouble that it means. */
  record Hostile(String kind, SearchRequest request) {}

  private static final List<String> SIGNS =
      List.of(
          "(",
          ")",
          "\"",
          "“",
          "”",
          "«",
          "»",
          "-",
          "--",
          "–",
          "|",
          "*",
          "**",
          "?",
          "؟",
          "~",
          "~1",
          "~2",
          "~9",
          ":",
          "=",
          "OR",
          "AND",
          "NOT",
          "NEAR/3",
          "ONEAR/0",
          "NEAR/999999999",
          "قرب/٥",
          "يليه/2",
          "أو",
          "و",
          "ليس",
          "وليس",
          "title:",
          "عنوان:",
          "id:",
          "url:",
          "person:",
          "مكان:",
          "source:",
          "date:",
          "[",
          "]",
          "{",
          "}",
          "..",
          ">",
          "<=",
          "TO",
          "\\",
          "/",
          "^2",
          "&&",
          "||",
          "!",
          "+",
          "،",
          "؛",
          "\u200F",
          "\u202E",
          "\u064B",
          "\u0640",
          "\u0000",
          "\n",
          "\uD83D",
          "\uDE00",
          "😀",
          "\uFFFF",
          "﷽",
          "ﻼ",
          "𐎀");

  private static final List<String> DATES =
      List.of(
          "date:أمس",
          "date:\"الأسبوع الماضي\"",
          "date:2013",
          "date:2018-05..2018-06",
          "date:[* TO *]",
          "date:[2018",
          "date:99999-99-99",
          "date:>",
          "date:>9999-12-31",
          "date:-2018",
          "date:..",
          "date:(2018 OR (2017 أمس))",
          "date:0000",
          "date:\"قبل 999999999 سنة\"",
          "date:\"بعد مليار قرن\"",
          "date:{2018 TO 2018}",
          "date:undated",
          "date:" + "9".repeat(300));

  private static final List<String> REGULAR =
      List.of(
          "/(a+)+$/",
          "^(.*)*$",
          "[ا-ي]+\\w{1,1000}",
          "/.*.*.*.*زلزال/",
          "(?:(?:ال)*)*",
          "/[^x]*/~2",
          "%27%20OR%201=1--",
          "'; DROP TABLE articles;--",
          "<script>alert('x')</script>",
          "{\"query\": {\"match_all\": {}}}",
          "${jndi:ldap://x}",
          "../../../etc/passwd",
          "https://www.example.com/a/b?c=d&e=*#f(g)",
          "C:\\temp\\*.*",
          "SELECT * FROM t WHERE a LIKE '%'");

  private static final List<String> NAMES =
      List.of(
          "ترمب",
          "بوتين",
          "أمريكا",
          "الولايات المتحدة",
          "مصر",
          "السعودية",
          "إيران",
          "روسيا",
          "سوريا",
          "أردوغان",
          "نتانياهو",
          "السيسي",
          "الأمم المتحدة",
          "الناتو",
          "حماس",
          "حزب الله",
          "القاهرة",
          "الرياض",
          "واشنطن",
          "فرنسا",
          "ماكرون",
          "ميركل",
          "أوباما",
          "محمد بن سلمان",
          "بشار الأسد");

  private static final String LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءآأإؤئ";

  private final RandomGenerator random;
  private final List<String> words;

  /**
   * @param words that articles have, frequent ones among them
   */
  HostileQueries(RandomGenerator random, List<String> words) {
    this.random = random;
    this.words = words;
  }

  Hostile next() {
    int kind = random.nextInt(1000);
    if (kind < 3) {
      return hostile("megabyte", megabyte());
    } else if (kind < 15) {
      return hostile(
          "clauses", joined(10_000, List.of(" ", " OR ", " AND ", "|").get(random.nextInt(4))));
    } else if (kind < 35) {
      return hostile("nested", nested());
    } else if (kind < 135) {
      return hostile("signs", signs(1 + random.nextInt(60)));
    } else if (kind < 335) {
      return hostile("grammar", query(4));
    } else if (kind < 405) {
      return hostile("unicode", unicode(1 + random.nextInt(400)));
    } else if (kind < 555) {
      return hostile("wildcards", patterns(1 + random.nextInt(40)));
    } else if (kind < 655) {
      return hostile("fuzzy", fuzzy(1 + random.nextInt(40)));
    } else if (kind < 755) {
      return hostile("near", near(2 + random.nextInt(20)));
    } else if (kind < 815) {
      return hostile("quoted", quoted(1 + random.nextInt(200)));
    } else if (kind < 875) {
      return hostile("pasted", joined(random.nextInt(400), " ، "));
    } else if (kind < 885) {
      return hostile("names", names(1 + random.nextInt(80)));
    } else if (kind < 935) {
      return hostile("dates", one(DATES) + " " + query(2) + " " + one(DATES));
    }
    return hostile("regular", one(REGULAR) + one(List.of("", " ", "*")) + word() + one(REGULAR));
  }

  private Hostile hostile(String kind, String text) {
    Syntax syntax =
        switch (random.nextInt(16)) {
          case 0 -> Syntax.PLAIN;
          case 1 -> Syntax.LUCENE;
          default -> Syntax.FIHRIS;
        };
    Interpretation interpretation =
        new Interpretation(
            syntax,
            one(List.of(Words.ALL_THEN_ANY, Words.ALL_THEN_ANY, Words.ALL, Words.ANY)),
            random.nextInt(8) == 0 ? Spelling.AS_TYPED : Spelling.ANY,
            random.nextInt(4) == 0 ? EntityUse.WORDS_ONLY : EntityUse.EVERY_NAME);
    return new Hostile(kind, SearchRequest.of(text).withInterpretation(interpretation));
  }

  private String megabyte() {
    String part = random.nextBoolean() ? unicode(997) : signs(20) + query(2);
    return part.repeat(1 + 1_000_000 / part.length());
  }

  private String nested() {
    int depth = 1 + random.nextInt(random.nextInt(10) == 0 ? 100_000 : 100);
    String opening = one(List.of("(", "-(", "title:(", "(زلزال OR ", "((", "\"(", "date:("));
    return opening.repeat(depth) + word() + ")".repeat(random.nextBoolean() ? depth : depth / 2);
  }

  private String signs(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(random.nextInt(3) == 0 ? word() : one(SIGNS));
      if (random.nextInt(3) == 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  private String query(int depth) {
    List<String> parts = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      parts.add(item(depth));
    }
    return String.join(
        one(List.of(" ", " OR ", " AND ", " NEAR/4 ", " أو ", " و ", " ليس ")), parts);
  }

  private String item(int depth) {
    return switch (random.nextInt(depth == 0 ? 8 : 11)) {
      case 0 -> word();
      case 1 -> pattern();
      case 2 -> word() + "~";
      case 3 -> "\"" + word() + " " + word() + "\"";
      case 4 -> "=" + word();
      case 5 -> "-" + word();
      case 6 -> one(List.of("title:", "source:", "person:", "نص:", "author:")) + item(0);
      case 7 -> one(DATES);
      case 8 -> one(List.of("title:", "-", "NOT ", "")) + "(" + query(depth - 1) + ")";
      case 9 -> word() + " NEAR/" + random.nextInt(30) + " " + item(depth - 1);
      default -> "(" + query(depth - 1) + ")";
    };
  }

  private String unicode(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(
          (char)
              switch (random.nextInt(6)) {
                case 0 -> random.nextInt(0x10000);
                case 1 -> 0xD800 + random.nextInt(0x800);
                case 2 -> 0x2000 + random.nextInt(0x70);
                case 3 -> random.nextInt(0x20);
                case 4 -> 0xFB50 + random.nextInt(0x4B0);
                default -> 0x600 + random.nextInt(0x100);
              });
    }
    return text.toString();
  }

  private String patterns(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(pattern()).append(one(List.of(" ", " OR ", " -", " title:", " ")));
    }
    return text.toString();
  }

  private String pattern() {
    String word = word();
    return switch (random.nextInt(9)) {
      case 0 -> word.substring(0, Math.min(2, word.length())) + "*";
      case 1 -> "*" + word + "*";
      case 2 -> "*" + letter() + "*" + letter() + "*" + letter() + "*";
      case 3 -> "*" + letter() + letter() + letter() + "*" + letter() + "*" + letter() + "*";
      case 4 -> letter() + letter() + "?".repeat(random.nextInt(12)) + letter() + "*";
      case 5 -> "ال*";
      case 6 ->
          "*"
              + word.substring(Math.min(word.length() - 1, 2))
              + "?".repeat(random.nextInt(3))
              + "*";
      case 7 -> letter() + "*" + letter() + "*".repeat(random.nextInt(30)) + letter();
      default -> word + "*";
    };
  }

  private String fuzzy(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(random.nextInt(4) == 0 ? letters() : word());
      text.append(one(List.of("~", "~1", "~2", "~2", "~0", "~9")));
      text.append(one(List.of(" ", " OR ", " -", " NEAR/5 ")));
    }
    return text.toString();
  }

  private String near(int count) {
    StringBuilder text = new StringBuilder(word());
    for (int i = 1; i < count; i++) {
      text.append(one(List.of(" NEAR/100 ", " ONEAR/50 ", " NEAR/0 ", " قرب/7 ")));
      text.append(
          switch (random.nextInt(5)) {
            case 0 -> "(" + word() + " OR " + pattern() + ")";
            case 1 -> "\"" + word() + " " + word() + "\"";
            case 2 -> pattern();
            default -> word();
          });
    }
    return text.toString();
  }

  private String quoted(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(one(List.of("", "-", "=", "title:"))).append('"').append(word());
      text.append(random.nextBoolean() ? " " + word() : "").append("\" ");
      text.append(one(List.of("", "", "OR ")));
    }
    return text.toString();
  }

  private String joined(int count, String joint) {
    StringBuilder text = new StringBuilder(word());
    for (int i = 1; i < count; i++) {
      text.append(joint).append(word());
    }
    return text.toString();
  }

  private String names(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(one(NAMES));
    }
    return String.join(one(List.of(" ", " OR ", " ، ")), names);
  }

  private String letters() {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(random.nextInt(20) == 0 ? 200 : 12);
    for (int i = 0; i < length; i++) {
      text.append(letter());
    }
    return text.toString();
  }

  private String letter() {
    int i = random.nextInt(LETTERS.length());
    return LETTERS.substring(i, i + 1);
  }

  private String word() {
    return random.nextInt(8) == 0 ? letters() : one(words);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
