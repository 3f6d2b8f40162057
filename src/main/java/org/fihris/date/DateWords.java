package org.fihris.date;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.date.Word.Role;
import org.fihris.text.Folding;
import org.fihris.text.Proclitics;

/**
 * The words of dates as data. Spellings are written as newsrooms write them and folded on loading,
 * so hamza, teh marbuta and vowel marks make no difference.
 */
final class DateWords {

  /** A word with the length of the particles that are joined to its front, and without them. */
  record Found(Word word, int proclitics, String base) {}

  /**
   * Months by number: Egyptian and Gulf, Levantine and Iraqi, Tunisian and Algerian, Moroccan,
   * English. A question mark sets apart the names that more often mean something else: May the
   * politician, the Nissan, a father (أب), Joan, the English verb.
   */
  private static final String MONTHS =
      """
      1 يناير ينائر جانفي january jan
      2 فبراير فبرير شباط فيفري february feb
      3 مارس آذار march mar
      4 أبريل إبريل ?نيسان ?أفريل april apr
      5 مايو أيار ?ماي ?مايس ?may
      6 يونيو يونيه يونية حزيران ?جوان june jun
      7 يوليو يوليه يولية يوليوز تموز جويلية july jul
      8 أغسطس أغسطوس اغسطس غشت ?آب ?أوت august aug
      9 سبتمبر شتنبر أيلول september sep sept
      10 أكتوبر أوكتوبر october oct
      11 نوفمبر نونبر نوفبر november nov
      12 ديسمبر دجنبر دسمبر december dec
      """;

  /** Weekdays from Monday; a question mark where only a date beside it makes it one. */
  private static final String WEEKDAYS =
      """
      1 الاثنين الإثنين الأثنين الإتنين monday ?mon
      2 الثلاثاء الثلاثا الثلثاء tuesday ?tue ?tues
      3 الأربعاء الإربعاء الاربعا wednesday ?wed
      4 الخميس thursday ?thu ?thur ?thurs
      5 الجمعة friday ?fri
      6 السبت saturday ?sat
      7 الأحد sunday ?sun
      """;

  private static final String ORDINALS =
      """
      1 الأول أول الحادي حادي الواحد غرة الأولى الحادية
      2 الثاني ثاني الثانية
      3 الثالث ثالث الثالثة
      4 الرابع رابع الرابعة
      5 الخامس خامس الخامسة
      6 السادس سادس السادسة
      7 السابع سابع السابعة
      8 الثامن ثامن الثامنة
      9 التاسع تاسع التاسعة
      10 العاشر عاشر العاشرة
      """;

  private static final String HIJRI_MONTHS =
      """
      1 محرم المحرم
      2 صفر
      3 ربيع
      5 جمادى جمادي
      7 رجب
      8 شعبان
      9 رمضان
      10 شوال
      11 ذو ذي
      """;

  private static final Map<String, Word> WORDS = words();

  /** Before a weekday: a prayer, a market, a habit, not a day of the news. */
  private static final Set<String> NO_WEEKDAY_AFTER =
      folded(
          "صلاة وصلاة لصلاة بصلاة خطبة خطب خطيب سوق مسجد جامع كل أيام"
              + " ليالي مدينة قرية كلا هذين أحد");

  /** After a weekday: it was a number, or one of several. */
  private static final Set<String> NO_WEEKDAY_BEFORE = folded("عشر معا العظيمة السوداء الحزينة");

  /** Before اليوم: a newspaper, a frequency, another day. */
  private static final Set<String> NO_TODAY_AFTER =
      folded(
          "ذلك تلك نفس المصري والمصري الحياة أخبار روسيا رأي مرات مرة طوال طيلة مدار في ساعات سعر"
              + " خلال هو بعد قبل نصف معظم بقية باقي");

  /** After اليوم, أمس and their like: the word was a plain noun. */
  private static final Set<String> NO_RELATIVE_BEFORE =
      folded(
          "التالي نفسه ذاته الواحد الوطني العالمي الدولي السابق الأخير الموعود المحدد الدراسي"
              + " المفتوح العربي الدامي الطويل الكامل الأسود الحاسم المنشود المقبل القادم الماضي"
              + " التاريخي العلمي الإعلامي الترفيهي الأولمبي الحاجة القريب البعيد الذي التي");

  /** After a weekday: which one is meant depends on what the text told before. */
  private static final Set<String> TOLD_BEFORE =
      folded("التالي التالية الأخير الأخيرة السابق السابقة");

  /**
   * Before a day and month without year: an event or a place that is called by a date. Which year
   * is meant stands in history books, not near the anchor.
   */
  private static final Set<String> NAMED_AFTER_DATE =
      folded(
          "ثورة ثورتي انتفاضة حرب نصر انتصار انتصارات أحداث هجمات هجوم اعتداءات تفجيرات انقلاب"
              + " مدينة شارع جسر كوبري ميدان ساحة محور جامعة مدرسة مستشفى مسجد كتيبة لواء حزب حركة"
              + " جبهة تحالف تيار فريق قوى جماعة جمعية قوات ذكرى عيد مبادئ شهداء شباب ائتلاف"
              + " ملعب استاد طلاب أعضاء عضو ناشط نشطاء منسق مؤسس"
              + " مجزرة مذبحة فيلم وعد دستور نكسة معركة تنظيم برج طراز سيارة");

  private DateWords() {}

  /** What {@code folded} can mean, alone or behind joined particles. */
  static Found find(String folded) {
    Word whole = WORDS.get(folded);
    if (whole != null) {
      return new Found(whole, 0, folded);
    }
    for (Proclitics.Reading reading : Proclitics.readings(folded)) {
      Word word = WORDS.get(reading.rest());
      if (word != null && takesParticles(word, folded.substring(0, reading.length()))) {
        return new Found(word, reading.length(), reading.rest());
      }
    }
    return new Found(Word.OTHER, 0, folded);
  }

  static boolean spoilsWeekday(String before, String after) {
    return hasNoun(NO_WEEKDAY_AFTER, before) || NO_WEEKDAY_BEFORE.contains(after);
  }

  static boolean tellsOfBefore(String after) {
    return TOLD_BEFORE.contains(after);
  }

  static boolean spoilsToday(String before) {
    return NO_TODAY_AFTER.contains(before);
  }

  static boolean spoilsRelative(String after) {
    return NO_RELATIVE_BEFORE.contains(after);
  }

  static boolean isNamedAfterDate(String before) {
    return hasNoun(NAMED_AFTER_DATE, before);
  }

  private static boolean hasNoun(Set<String> nouns, String word) {
    for (Proclitics.Reading reading : Proclitics.readings(word)) {
      String rest = reading.rest();
      if (nouns.contains(rest) || (rest.startsWith("ال") && nouns.contains(rest.substring(2)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean takesParticles(Word word, String particles) {
    // باب is a door, not "in August".
    if (word.ambiguous() && !particles.equals("و")) {
      return false;
    }
    return switch (word.role()) {
      case OTHER, CHRISTIAN_ERA, HIJRI_ERA, TEEN -> false;
      case WEEKDAY,
          MONTH,
          MONTH_STEM,
          ORDINAL,
          TENS,
          DIRECTION,
          RELATIVE_DAY,
          TOMORROW_NOUN,
          DAY_NOUN,
          MONTH_NOUN,
          YEAR_NOUN,
          YEARS_NOUN,
          CUE,
          AFTER,
          FROM,
          TO,
          BETWEEN,
          CORRESPONDING,
          FUNCTION ->
          true;
      case HIJRI_MONTH, WEEK_NOUN, UNIT, CENTURY, DECADE, SEASON, FRACTION, PART -> true;
      case CARDINAL, THIS, BEFORE, LAST, REST, LATER, WEEKEND -> true;
    };
  }

  private static Map<String, Word> words() {
    Map<String, Word> words = new HashMap<>();
    numbered(words, Role.MONTH, MONTHS);
    numbered(words, Role.WEEKDAY, WEEKDAYS);
    numbered(words, Role.ORDINAL, ORDINALS);
    numbered(words, Role.HIJRI_MONTH, HIJRI_MONTHS);
    // كانون الأول is December and كانون الثاني January; so for تشرين, October and November.
    put(words, Role.MONTH_STEM, 10, "تشرين");
    put(words, Role.MONTH_STEM, 12, "كانون");
    put(words, Role.TEEN, 10, "عشر عشرة");
    put(words, Role.TENS, 20, "العشرين العشرون عشرين عشرون");
    put(words, Role.TENS, 30, "الثلاثين الثلاثون ثلاثين ثلاثون");
    put(
        words,
        Role.DIRECTION,
        Direction.PAST.ordinal(),
        "الماضي الماضية الفائت الفائتة المنصرم المنصرمة المنقضي المنقضية الماضيين الماضيتين"
            + " المنصرمين المنصرمتين الأخيرين الأخيرتين");
    put(
        words,
        Role.DIRECTION,
        Direction.CURRENT.ordinal(),
        "الحالي الحالية الجاري الجارية الراهن الراهنة");
    put(
        words,
        Role.DIRECTION,
        Direction.NEXT.ordinal(),
        "المقبل المقبلة القادم القادمة الآتي الآتية المقبلين المقبلتين القادمين القادمتين");
    put(words, Role.RELATIVE_DAY, 0, "اليوم الليلة");
    put(words, Role.RELATIVE_DAY, -1, "أمس الأمس");
    put(words, Role.RELATIVE_DAY, 1, "غدا");
    put(words, Role.TOMORROW_NOUN, 1, "غد الغد");
    put(words, Role.DAY_NOUN, 0, "يوم يومي يوما أيام صباح مساء ظهر فجر ليل ليلة عصر");
    put(words, Role.MONTH_NOUN, 0, "شهر الشهر");
    put(words, Role.YEAR_NOUN, 0, "عام العام سنة السنة");
    put(words, Role.YEARS_NOUN, 0, "عامي العامين سنتي أعوام الأعوام سنوات");
    put(words, Role.CUE, 0, "في منذ خلال غضون بحلول موسم");
    periodWords(words);
    put(words, Role.AFTER, 0, "بعد");
    put(words, Role.FROM, 0, "من");
    put(words, Role.TO, 0, "إلى حتى لغاية ولغاية وحتى وإلى");
    put(words, Role.BETWEEN, 0, "بين");
    put(words, Role.CORRESPONDING, 0, "الموافق الموافقة الموافقين المصادف بتاريخ");
    put(words, Role.CHRISTIAN_ERA, 0, "م ميلادي ميلادية الميلادي");
    put(words, Role.HIJRI_ERA, 0, "ه هجري هجرية الهجري للهجرة");
    put(
        words,
        Role.FUNCTION,
        0,
        "على عن مع أن إن إنه أنه التي الذي الذين حيث لكن أو ثم عندما حين بينما بسبب وفق بحسب"
            + " ضمن عبر أي لم لا ما قد كما لدى نحو كان كانت هو هي");
    numbered(words, Role.CARDINAL, NumberWords.SPELLINGS);
    return Map.copyOf(words);
  }

  private static void periodWords(Map<String, Word> words) {
    put(words, Role.PART, Part.START.ordinal(), "مطلع أوائل بداية بدايات مستهل");
    put(words, Role.PART, Part.MIDDLE.ordinal(), "منتصف أواسط");
    put(words, Role.PART, Part.END.ordinal(), "أواخر نهاية نهايات ختام");
    put(words, Role.SEASON, 3, "الربيع");
    put(words, Role.SEASON, 6, "صيف الصيف");
    put(words, Role.SEASON, 9, "خريف الخريف");
    put(words, Role.SEASON, 12, "شتاء الشتاء");
    put(words, Role.WEEK_NOUN, 0, "أسبوع الأسبوع أسبوعا");
    put(words, Role.CENTURY, 0, "القرن");
    put(words, Role.UNIT, 0, Units.SPELLINGS);
    decades(words);
    put(words, Role.FRACTION, 4, "الربع ربع");
    put(words, Role.FRACTION, 2, "النصف نصف");
    put(words, Role.FRACTION, 3, "الثلث ثلث");
    put(words, Role.THIS, 0, "هذا هذه");
    put(words, Role.BEFORE, 0, "قبل");
    put(words, Role.LAST, 0, "آخر");
    put(words, Role.REST, 0, "بقية باقي");
    put(words, Role.LATER, 0, "وقت لاحقا");
    put(words, Role.WEEKEND, 0, "عطلة");
  }

  /** التسعينيات and its other spellings, from the stem of the number. */
  private static void decades(Map<String, Word> words) {
    String[] stems = {"عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"};
    for (int i = 0; i < stems.length; i++) {
      for (String ending : List.of("يات", "ات")) {
        put(words, Role.DECADE, 20 + 10 * i, stems[i] + ending + " ال" + stems[i] + ending);
      }
    }
  }

  private static void numbered(Map<String, Word> words, Role role, String table) {
    for (String line : table.lines().toList()) {
      int space = line.indexOf(' ');
      put(words, role, Integer.parseInt(line.substring(0, space)), line.substring(space + 1));
    }
  }

  private static void put(Map<String, Word> words, Role role, int value, String spellings) {
    for (String spelling : spellings.split(" ")) {
      boolean ambiguous = spelling.startsWith("?");
      String folded = Folding.fold(ambiguous ? spelling.substring(1) : spelling);
      words.putIfAbsent(folded, new Word(role, value, ambiguous));
    }
  }

  private static Set<String> folded(String words) {
    Set<String> set = new HashSet<>();
    for (String word : words.split(" ")) {
      set.add(Folding.fold(word));
    }
    return Set.copyOf(set);
  }
}
