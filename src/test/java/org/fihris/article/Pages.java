package org.fihris.article;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.Origin;
import org.fihris.corpus.PageDump;
import org.fihris.corpus.PageRecord;
import org.fihris.corpus.PageRecord.Field;

/** Pages for tests, and what the packaged configuration makes of them. */
final class Pages {

  static final Origin ORIGIN = new Origin("page.txt", 0);

  /** Two paragraphs of a body, of 14 and of 13 words. */
  static final String FIRST =
      "افتتح وزير النقل صباح الثلاثاء خط القطار الجديد الذي يربط العاصمة بمدن الساحل الشمالي.";

  static final String SECOND =
      "وأوضح الوزير أن الرحلة تستغرق ساعتين، وأن أسعار التذاكر ستبقى ثابتة طوال العام.";

  static final PageExtractor EXTRACTOR = PageExtractor.of(IndexConfig.packaged());

  private Pages() {}

  static List<Extraction> dump(String... lines) {
    return EXTRACTOR.extract(new PageDump(ORIGIN, String.join("\n", lines)));
  }

  static Article one(String... lines) {
    return (Article) dump(lines).getFirst();
  }

  static Extraction ofRecord(Map<Field, String> fields) {
    EnumMap<Field, String> given = new EnumMap<>(Field.class);
    given.putAll(fields);
    return EXTRACTOR.extract(new PageRecord(ORIGIN, given)).getFirst();
  }
}
