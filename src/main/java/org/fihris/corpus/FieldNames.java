package org.fihris.corpus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fihris.corpus.PageRecord.Field;
import org.jspecify.annotations.Nullable;

/**
 * The names under which fields of a page are found, in any case. Of several names for one field
 * that a record has, the first in the list wins, and the user's own before all.
 */
final class FieldNames {

  /**
   * @param rank precedence among the names of the field; the lower wins
   */
  record Meaning(Field field, int rank) {}

  private static final int OWN = -1;

  /** An underscore also stands for a hyphen, a space or none: published_at is publishedAt. */
  private static final Map<Field, String> KEYS =
      Map.ofEntries(
          Map.entry(
              Field.ID, "id docno doc_id _id uuid guid article_id news_id @id المعرف رقم_الخبر"),
          Map.entry(
              Field.URL,
              "url link href uri canonical_url article_url page_url web_url الرابط رابط_الخبر رابط"),
          Map.entry(Field.TITLE, "title headline header subject العنوان عنوان_الخبر عنوان"),
          Map.entry(
              Field.SUMMARY,
              "summary abstract description lead excerpt standfirst teaser subtitle deck الملخص ملخص"),
          Map.entry(
              Field.TEXT,
              "text body content article article_body full_text main_text contents maintext story النص نص_الخبر نص المحتوى"),
          Map.entry(
              Field.DATE,
              "date published published_at date_published pub_date publication_date publish_date"
                  .concat(" published_date published_time date_time time timestamp created_at")
                  .concat(" date_created created التاريخ تاريخ_النشر تاريخ")),
          Map.entry(
              Field.SOURCE,
              "source outlet publisher site newspaper site_name source_name domain src المصدر مصدر الموقع"),
          Map.entry(Field.AUTHOR, "author authors byline creator writer reporter الكاتب المحرر"),
          Map.entry(
              Field.CATEGORY,
              "category categories section article_section topic topics label cat القسم التصنيف قسم"),
          Map.entry(Field.PARENT_ID, "parent_id"),
          Map.entry(
              Field.HTML, "html raw_html page_html html_body body_html content_html html_content"));

  private static final Map<Field, String> TREC =
      Map.of(
          Field.ID,
          "docno docid doc_id id",
          Field.URL,
          "url link",
          Field.TITLE,
          "title headline head hl ti subject header",
          Field.SUMMARY,
          "abstract summary lead leadpara lp description",
          Field.TEXT,
          "text body content",
          Field.DATE,
          "date_time pubdate publication_date date time dd date1",
          Field.SOURCE,
          "src source publisher pub outlet",
          Field.AUTHOR,
          "author byline au",
          Field.CATEGORY,
          "cat category section topic",
          Field.PARENT_ID,
          "parent_id parent");

  private final Map<String, Meaning> meanings = new HashMap<>();
  private final Set<String> pathStarts = new HashSet<>();

  private FieldNames(Map<Field, String> usual, Map<String, Field> own) {
    usual.forEach(
        (field, names) -> {
          List<String> ranked = List.of(names.split(" "));
          for (int rank = 0; rank < ranked.size(); rank++) {
            add(ranked.get(rank), new Meaning(field, rank));
          }
        });
    own.forEach((name, field) -> addOwn(name.strip().toLowerCase(Locale.ROOT), field));
  }

  /** The keys of JSON objects, and the columns of tables. */
  static FieldNames keys(Map<String, Field> own) {
    return new FieldNames(KEYS, own);
  }

  /** The tags of SGML documents. */
  static FieldNames trec(Map<String, Field> own) {
    return new FieldNames(TREC, own);
  }

  private void add(String name, Meaning meaning) {
    meanings.put(name, meaning);
    if (name.indexOf('_') > 0) {
      meanings.put(name.replace("_", ""), meaning);
      meanings.put(name.replace('_', '-'), meaning);
      meanings.put(name.replace('_', ' '), meaning);
    }
  }

  private void addOwn(String name, Field field) {
    meanings.put(name, new Meaning(field, OWN));
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      pathStarts.add(name.substring(0, dot));
    }
  }

  /** What a name or dotted path means, or {@code null} if it means nothing. */
  @Nullable Meaning of(String name) {
    return meanings.get(name.toLowerCase(Locale.ROOT));
  }

  /** Whether the user's own names lead into the object of this name or dotted path. */
  boolean leadsInto(String name) {
    return !pathStarts.isEmpty() && pathStarts.contains(name.toLowerCase(Locale.ROOT));
  }
}
