package org.fihris.date;

import java.util.HashSet;
import java.util.Set;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.Word.Role;
import org.fihris.text.Folding;

/**
 * Whether the clause before a word tells what was or what is to come, by the verb that stands
 * nearest before it. An imperfect (يلتقي) may be either and decides nothing.
 */
final class ClauseTense {

  enum Tense {
    PAST,
    FUTURE,
    /** No verb that would tell stands near, or a new clause begins between. */
    OPEN
  }

  private static final int REACH = 14;
  private static final int REACH_OF_WAS = 3;
  private static final int SHORTEST_FUTURE = 4;
  private static final String SENTENCE_MARKS = ".؛;!؟?:|";

  /** Words of what is to come, but for verbs with س. */
  private static final Set<String> TO_COME =
      folded(
          "سوف لن المقرر المقررة مقرر مقررا المرتقب المرتقبة مرتقب المزمع المنتظر المتوقع متوقع"
              + " يتوقع يعتزم تعتزم يستعد تستعد استعدادا تحضيرا");

  /** كان before what is to come makes it what did not come. */
  private static final Set<String> WAS = folded("كان كانت كانوا");

  /** Frequent verbs of news in the perfect, and words that only stand before such. */
  private static final Set<String> PERFECT =
      folded(
          "قال قالت قالوا أعلن أعلنت أعلنوا أكد أكدت أضاف أضافت ذكرت كشف كشفت أوضح أوضحت أشار"
              + " أشارت صرح صرحت أفاد أفادت نقلت شدد شددت دعت حذر حذرت اتهم اتهمت انتقد انتقدت"
              + " نفى نفت طالب طالبت أعرب أعربت اعتبر اعتبرت وصل وصلت عاد عادت غادر غادرت زار"
              + " زارت التقى التقت استقبل استقبلت عقدت أجرى أجرت قتل قتلت أصيب أصيبت لقي أطلق"
              + " أطلقت شن شنت نفذ نفذت فاز فازت خسر خسرت تعادل تغلب تغلبت سجل سجلت حقق حققت وقعت"
              + " أقيم أقيمت جرى جرت شهد شهدت تم تمت كان كانت كانوا بدأ بدأت انتهى انتهت انطلق"
              + " انطلقت افتتح افتتحت اختتم اختتمت شارك شاركت اجتمع اجتمعت قرر قررت وافق وافقت"
              + " رفض رفضت تعهد تعهدت انسحب انسحبت ارتفع ارتفعت انخفض انخفضت تراجع تراجعت أغلق"
              + " أغلقت نشرت أصدر أصدرت بثت ظهر ظهرت توفي توفيت اعتقل اعتقلت أوقف أوقفت أفرج خرج"
              + " خرجت دخلت سقط سقطت انفجر انفجرت استهدف استهدفت هاجم هاجمت تعرض تعرضت تلقى تلقت"
              + " سيطر سيطرت سيطروا اتصل اتصلت رحل رحلت سافر سافرت التحق تقدم تقدمت بحث بحثت ناقش ناقشت أدى أدت اندلع اندلعت"
              + " فعل فعلت فعلنا قد لقد لم يذكر يشار");

  /** What follows tells of something that may lie on the other side of the anchor. */
  private static final Set<String> NEW_CLAUSE =
      folded("الذي التي الذين اللذان اللذين اللتان اللتين عقب إثر غداة منذ بعد");

  /** Nouns and names of news that look like a verb with س. */
  private static final Set<String> NO_FUTURE =
      folded(
          "سنوات سنوي سنوية سنويا سنواته سنتين سنتان سنين سنان سندات سناب سنابشات سناتور سنية"
              + " سنجار سنجق سناء سنتر سنترال سنتا سنتات سنتي سنتوسا سنحت سندس سنسورشيب سندرلاند سنودن"
              + " سنوسي سترات ستروين ستراسبورغ ستريت ستريم سترلينغ ستامفورد ستبروك ستديو ستمنستر ستمائة"
              + " ستون ستورم ستورمي ستوريدج ستورغيس ستوديو ستونز ستولتنبرغ ستواني ستورجن سيتي سيدي"
              + " سيدة سيدات سيدتي سيدتان سيدتين سيدنا سيدني سيدريك سيلة سيلفا سيلفر سيلفي سيلفيو"
              + " سيلتا سيلتيك سيلتيكس سيليا سيليكا سيلسو سيما سيمون سيمونا سيموني سيميوني سيمنس"
              + " سيمبا سيميدو سيئة سيئا سياتل سياف سيامة سيزار سياق سياقه سياقها سيج سيجارة سيجيف سيشنز سيبيريا سيبيرا"
              + " سيباستيان سيراليون سيراميك سيرة سيرا سيرت سيرته سيرتها سيرها سيرهم سيري سيرين سيرينا"
              + " سيرج سيرجي سيرجيو سيرغ سيرغي سيرخيو سيسوكو سيسيه سيسيليا سيسكا سيسك سيستمز سيغيف"
              + " سيغال سيغو سيغوردسون سيقت سيكسرز سيهوفر سيول سيولة سييرا سيفنتي سينا سيناء سينتوسا"
              + " سينج سينغ سينسيناتي سيطرته");

  private static final Set<String> NO_FUTURE_STEMS =
      folded(
          "سياس سيار سياح سياد سيطرت سيطرة سيناري سينما سينات سنغ سنتيم ستي ستاد ستار ستاف ستال"
              + " ستان ستوك سيركس");

  /** Verbs of the root سأل and سئم, which begin like the first person of what is to come. */
  private static final Set<String> NO_FIRST_PERSON =
      folded(
          "سأل سألت سأله سألها سألته سألتها سألني سألتني سألوا سألنا سألهم سألتك سألوني سأم سأمت"
              + " سأمنا");

  /** A verb of saying stood before the word that these follow: قال في بيان الأربعاء إن. */
  private static final Set<String> SAID = folded("إن إنه إنها إنهم إنهما إننا إني بأن");

  private final DateTokens tokens;

  ClauseTense(DateTokens tokens) {
    this.tokens = tokens;
  }

  /** The tense of the clause that leads up to {@code i}. */
  Tense before(int i) {
    return scan(i, false);
  }

  /**
   * Whether the clause about the expression from {@code i} to {@code end} tells what is to come:
   * سيعود الخميس, الخميس سيعود.
   */
  boolean isFuture(int i, int end) {
    int next = tokens.get(end).isMark("،,") ? end + 1 : end;
    if (SAID.contains(tokens.get(next).text())) {
      return false;
    }
    Tense before = scan(i, false);
    return before == Tense.FUTURE || (before == Tense.OPEN && isToCome(end));
  }

  /** As {@link #before}, but {@code OPEN} where a day or month stands between verb and word. */
  Tense undatedBefore(int i) {
    return scan(i, true);
  }

  private Tense scan(int i, boolean undated) {
    for (int j = i - 1; j >= Math.max(0, i - REACH); j--) {
      Token token = tokens.get(j);
      if (token.isMark(SENTENCE_MARKS) || (undated && isDated(token))) {
        return Tense.OPEN;
      }
      if (isOneOf(PERFECT, token)) {
        return Tense.PAST;
      }
      if (isToCome(j)) {
        return isPrecededByWas(j) ? Tense.OPEN : Tense.FUTURE;
      }
      if (isOneOf(NEW_CLAUSE, token)) {
        return Tense.OPEN;
      }
    }
    return Tense.OPEN;
  }

  private static boolean isDated(Token token) {
    return token.is(Role.WEEKDAY)
        || token.is(Role.MONTH)
        || token.is(Role.MONTH_STEM)
        || token.is(Role.HIJRI_MONTH)
        || token.is(Role.RELATIVE_DAY)
        || token.is(Role.TOMORROW_NOUN);
  }

  private boolean isPrecededByWas(int i) {
    for (int j = i - 1; j >= i - REACH_OF_WAS; j--) {
      if (isOneOf(WAS, tokens.get(j))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the token is a verb with س, or another word of what is to come. */
  boolean isToCome(int i) {
    Token token = tokens.get(i);
    int joined = joined(token.text());
    return isOneOf(TO_COME, token) || isFutureVerb(i, 0) || (joined > 0 && isFutureVerb(i, joined));
  }

  private boolean isFutureVerb(int i, int from) {
    String verb = tokens.get(i).text().substring(from);
    if (verb.length() < SHORTEST_FUTURE || verb.charAt(0) != 'س') {
      return false;
    }
    return switch (verb.charAt(1)) {
      // Without its hamza سأعود cannot be told from ساعة and ساعد.
      case 'ا' -> tokens.originalAt(i, from + 1) == 'أ' && !NO_FIRST_PERSON.contains(verb);
      case 'ي', 'ت', 'ن' ->
          !NO_FUTURE.contains(verb) && NO_FUTURE_STEMS.stream().noneMatch(verb::startsWith);
      default -> false;
    };
  }

  private static boolean isOneOf(Set<String> words, Token token) {
    String text = token.text();
    int joined = joined(text);
    return words.contains(text) || (joined > 0 && words.contains(text.substring(joined)));
  }

  /** How many letters at the front are a joined و or ف. */
  private static int joined(String text) {
    return text.startsWith("و") || text.startsWith("ف") ? 1 : 0;
  }

  private static Set<String> folded(String words) {
    Set<String> set = new HashSet<>();
    for (String word : words.split(" ")) {
      set.add(Folding.fold(word));
    }
    return Set.copyOf(set);
  }
}
