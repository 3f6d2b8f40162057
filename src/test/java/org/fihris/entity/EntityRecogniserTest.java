package org.fihris.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.fihris.config.IndexConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged tables on running text: {@code id=name as it stands} for every mention. */
class EntityRecogniserTest {
  private static final EntityRecogniser RECOGNISER =
      new EntityRecogniser(Gazetteer.of(IndexConfig.packaged()));

  static String mentions(String text) {
    return mentions(RECOGNISER, text);
  }

  static String mentions(EntityRecogniser recogniser, String text) {
    return recogniser.recognise(text).stream()
        .map(
            mention -> mention.entity().id() + "=" + text.substring(mention.start(), mention.end()))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest(name = "{2}: {0}")
  @CsvSource(
      delimiter = ';',
      emptyValue = "",
      textBlock =
          """
          وصل ترامب إلى موسكو ; donald-trump=ترامب, moscow=موسكو ; plain names
          قال ترمب للصحافيين ; donald-trump=ترمب ; another outlet's spelling
          التقى دونالد ترامب نظيره فلاديمير بوتن ; donald-trump=دونالد ترامب, vladimir-putin=فلاديمير بوتن ; the longest name is the mention
          وبوتين وأوكرانيا ; vladimir-putin=بوتين, ukraine=أوكرانيا ; conjunction
          لأوكرانيا وبموسكو فكييف ; ukraine=أوكرانيا, moscow=موسكو, kyiv=كييف ; prepositions
          دعم للولايات المتحدة ; united-states=لولايات المتحدة ; the preposition swallows the alef
          وللأمم المتحدة دور ; united-nations=لأمم المتحدة ; two particles before the article
          في الولايات  المتحدة الأميركية ; united-states=الولايات  المتحدة الأميركية ; longest match, any white space
          محادثات كوريا الشمالية ; north-korea=كوريا الشمالية ; not the shorter كوريا
          خليج عدن ثم عدن ; gulf-of-aden=خليج عدن, aden=عدن ; a place inside another name
          مُوسْكُو والنـــاتو ; moscow=مُوسْكُو, nato=النـــاتو ; vowel marks and tatweel
          #محمد_صلاح ; mohamed-salah=محمد_صلاح ; hashtag
          (أ.ف.ب) و"رويترز" ; afp=أ.ف.ب, reuters=رويترز ; initials with full stops, quotation marks
          عبدالفتاح السيسى ; abdel-fattah-sisi=عبدالفتاح السيسى ; عبد joined, final yeh undotted
          ابو ظبي أو أبوظبي ; abu-dhabi=ابو ظبي, abu-dhabi=أبوظبي ; أبو joined or not
          هونغ-كونغ ; hong-kong=هونغ-كونغ ; hyphen
          قال إن ترامب وصل وأن بوتين غادر ; donald-trump=ترامب, vladimir-putin=بوتين ; إن is no given name
          """)
  void findsNames(String text, String expected, String reason) {
    assertThat(mentions(text)).as(reason).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          التبوتين والموسكوفي ; a name inside a longer word
          كسرت الجليد ; a verb, not the preposition ك before سرت
          الجندي الروسي والوفد الأميركي ; adjectives are not the place
          شن هجوماً أوكرانياً ومصدراً سورياً ; the indefinite accusative of an adjective
          الأمم، المتحدة ; punctuation parts the words of a name
          عند صلاة المغرب ; the prayer, not Morocco
          يبلغ نصف قطر الدائرة مترا ; the diameter, not Qatar
          عاد إلى مسقط رأسه ; birthplace, not Muscat
          إصابة في الرباط الصليبي ; the ligament, not Rabat
          أنفق بليون دولار ; a billion, not Lyon
          التقرير المالي وموقف مالي ; financial, not Mali
          بنين وبنات ; boys, not Benin
          غمرت سيول جارفة القرى ; floods, not Seoul
          نشر صور الحادث ; pictures, not Tyre
          تدمر القذائف البيوت ; destroys, not Palmyra
          مشهد مؤلم ; a scene, not Mashhad
          وقال الخبر إن جده توفي ; the news and his grandfather
          في شهر آب الماضي ; August, not Ibb
          رمضان مبارك عليكم ; a greeting
          رأى الأسد في القفص ; a lion
          أعلنت الحكومة السعودية وقال للمحكمة السعودية ; the adjective, not the state
          وصلت عائلة سورية ; the adjective, not the state
          سارة نتنياهو ; another member of the family
          فتح الباب في حماس ; opened, and zeal: no organisation
          """)
  void leavesCommonWordsAlone(String text, String reason) {
    assertThat(mentions(text)).as(reason).isEmpty();
  }

  @ParameterizedTest(name = "{2}: {0}")
  @CsvSource(
      delimiter = ';',
      emptyValue = "",
      textBlock =
          """
          جرى القتال في مالي ; mali=مالي ; cue right before
          أعلنت دولة بنين ; benin=بنين ; an unconditional name with the cue in it
          باماكو عاصمة إفريقية ويعاني مالي ; bamako=باماكو, mali=مالي ; cue anywhere
          كوريا الجنوبية: قالت سيول إنها ترد ; south-korea=كوريا الجنوبية, seoul=سيول ; cue anywhere
          حسني مبارك حوكم. وغاب مبارك ; hosni-mubarak=حسني مبارك, hosni-mubarak=مبارك ; full name elsewhere
          غاب مبارك عن الجلسة ;  ; no support, no mention
          عاد بالرئيس مبارك ; hosni-mubarak=مبارك ; a cue takes particles too
          سلطنة عمان وعاصمتها مسقط ; oman=سلطنة عمان, muscat=مسقط ; full name
          وصل إلى عمان قادما من مسقط ; oman=عمان, muscat=مسقط ; Oman by its capital
          وصل الملك الأردني إلى عمان ; amman=عمان ; Amman by its state
          وصل الأردني من مسقط إلى عمان ; muscat=مسقط ; both supported: undecided
          اجتماع بين فتح وفصائل في غزة ترأسه حماس ; fatah=فتح, gaza=غزة, hamas=حماس ; movements, by cue and by place
          أعلنت السعودية والسعودية ; saudi-arabia=السعودية, saudi-arabia=السعودية ; the state, not the adjective
          سوريا: نازحون في سورية وقوات سورية ; syria=سوريا, syria=سورية ; only behind a cue, whatever the text
          حركة فتح: إعادة فتح المعبر ; fatah=حركة فتح ; the opening, though the movement is near
          زار مدينة برشلونة ; barcelona=برشلونة ; the place
          عاش في برشلونة ; barcelona=برشلونة ; the place claims it without condition
          سجل نادي برشلونة هدفا ; fc-barcelona=نادي برشلونة ; the club
          في الدوري تعادل برشلونة ; fc-barcelona=برشلونة ; the club by its game
          متظاهرون في نابلس (الفرنسية - أرشيف) ; nablus=نابلس, afp=الفرنسية ; the agency of a picture, alone in brackets
          باللغة الفرنسية (في فرنسا) ; france=فرنسا ; the language
          قال لـ«الشرق الأوسط» إنه عاد من الشرق الأوسط ; asharq-al-awsat=الشرق الأوسط, middle-east=الشرق الأوسط ; told the paper
          نقلت صحيفة نيويورك تايمز ; new-york-times=نيويورك تايمز ; the word for a paper is no part of its name
          بيل كلينتون زوج هيلاري كلينتون وقال كلينتون ; bill-clinton=بيل كلينتون, hillary-clinton=هيلاري كلينتون, كلينتون=كلينتون ; two of one family: undecided
          """)
  void judgesConditionalNames(String text, String expected, String reason) {
    assertThat(mentions(text)).as(reason).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          دونالد ترامب|ترمب|وترامب|لدونالد ترمب|بترامب|ترامـب ; donald-trump
          زيلينسكي|زيلينكسي|فولوديمير زيلينكسي|زيلنسكي ; volodymyr-zelensky
          هيغسيث|هيجسيث|بيت هيغسيث ; pete-hegseth
          لوكورنو|سيباستيان لوكورنيو ; sebastien-lecornu
          ليونيد باسيتشنيك|باشنيك ; leonid-pasechnik
          ديمتري بيسكوف|دميتري بيسكوف|بيسكوف ; dmitry-peskov
          حلف شمال الأطلسي|الناتو|ناتو|حلف الأطلسي ; nato
          غوغل|جوجل|شركة غوغل ; google
          أمريكا|أميركا|الولايات المتحدة ; united-states
          النرويج|النروج ; norway
          ساحل العاج|كوت ديفوار ; ivory-coast
          """)
  void unitesSpellings(String spellings, String id) {
    for (String spelling : spellings.split("\\|")) {
      assertThat(RECOGNISER.recognise(spelling))
          .as(spelling)
          .extracting(mention -> mention.entity().id())
          .containsExactly(id);
    }
  }

  @Test
  void everyMentionSaysWhy() {
    assertThat(evidence("باماكو")).containsExactly(new Evidence.Name());
    assertThat(evidence("جرى القتال وفي مالي")).containsExactly(new Evidence.WordBefore("في"));
    assertThat(evidence("حسني مبارك حوكم. وغاب مبارك"))
        .containsExactly(new Evidence.Name(), new Evidence.OtherName());
    assertThat(evidence("قالت سيول إنها ترد على الكوري"))
        .containsExactly(new Evidence.WordElsewhere("الكوري"));
  }

  private static List<Evidence> evidence(String text) {
    return RECOGNISER.recognise(text).stream().map(Mention::evidence).toList();
  }

  @Test
  void spansAreOffsetsIntoTheOriginal() {
    String text = "قَالَ ﻓﻼﺩﻳﻤﻴﺮ بُوتِينُ هنا";
    assertThat(RECOGNISER.recognise(text))
        .singleElement()
        .satisfies(
            mention ->
                assertThat(text.substring(mention.start(), mention.end()))
                    .isEqualTo("ﻓﻼﺩﻳﻤﻴﺮ بُوتِينُ"));
  }

  @Test
  void oneLineBreakIsAllowedInsideANameABlankLineIsNot() {
    assertThat(mentions("الأمم\nالمتحدة")).isEqualTo("united-nations=الأمم\nالمتحدة");
    assertThat(mentions("الأمم\n\nالمتحدة")).isEmpty();
  }

  @Test
  void emptyTextHasNoMention() {
    assertThat(RECOGNISER.recognise("")).isEqualTo(List.of());
  }
}
