package org.fihris.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.fihris.index.Schema;
import org.fihris.query.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Days as ranges of points find what reading the day of each article finds, in every zone. */
class DayRangesTest {
  private static final int ARTICLES = 4_000;
  private static final LocalDate FIRST = LocalDate.of(2011, 12, 20);
  private static final int DAYS = 1_500;

  /** With days that were left out or began at another hour, and seldom offsets. */
  private static final List<@Nullable String> ZONES =
      Arrays.asList(
          null,
          "UTC",
          "Asia/Riyadh",
          "Africa/Cairo",
          "Asia/Beirut",
          "Asia/Gaza",
          "America/Sao_Paulo",
          "America/New_York",
          "Pacific/Apia",
          "Asia/Kathmandu",
          "-18:00",
          "+18:00");

  private static final ByteBuffersDirectory DIRECTORY = new ByteBuffersDirectory();
  private static DirectoryReader reader;
  private static IndexSearcher searcher;

  @BeforeAll
  static void index() throws IOException {
    Random random = new Random(4);
    try (IndexWriter writer = new IndexWriter(DIRECTORY, new IndexWriterConfig())) {
      for (int i = 0; i < ARTICLES; i++) {
        writer.addDocument(article(random));
      }
    }
    reader = DirectoryReader.open(DIRECTORY);
    searcher = new IndexSearcher(reader);
  }

  /** Undated, of a day, or of a moment, which is often near a midnight. */
  private static Document article(Random random) {
    Document article = new Document();
    int kind = random.nextInt(5);
    if (kind == 0) {
      return article;
    }
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    if (kind > 1) {
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(900 * (random.nextInt(145) - 72));
      long seconds =
          day.atStartOfDay(ZoneOffset.UTC).toEpochSecond()
              + 1_800L * random.nextInt(48)
              - random.nextInt(2);
      article.add(new NumericDocValuesField(Schema.MOMENT, seconds));
      article.add(new LongPoint(Schema.MOMENT, seconds));
      day = Instant.ofEpochSecond(seconds).atOffset(offset).toLocalDate();
    }
    int number = Math.toIntExact(day.toEpochDay());
    article.add(new NumericDocValuesField(Schema.DAY, number));
    article.add(new IntPoint(Schema.DAY, number));
    return article;
  }

  @AfterAll
  static void close() throws IOException {
    reader.close();
  }

  private static List<Integer> found(Query query) throws IOException {
    List<Integer> found = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, ARTICLES).scoreDocs) {
      found.add(hit.doc);
    }
    return found.stream().sorted().toList();
  }

  @Test
  void bothFindTheSame() throws IOException {
    Random random = new Random(5);
    int some = 0;
    for (int i = 0; i < 600; i++) {
      String name = ZONES.get(random.nextInt(ZONES.size()));
      ZoneId zone = name == null ? null : ZoneId.of(name);
      List<Period> periods = new ArrayList<>();
      for (int period = 0; period <= random.nextInt(4); period++) {
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
        periods.add(new Period(from, from.plusDays(random.nextInt(3) * random.nextInt(60))));
      }
      List<Integer> ranges = found(DayRanges.of(periods, zone));
      assertThat(ranges).as(periods + " in " + zone).isEqualTo(found(DayQuery.of(periods, zone)));
      some += ranges.isEmpty() ? 0 : 1;
    }
    assertThat(some).isGreaterThan(300);
  }

  @Test
  void allTimeIsAPeriodToo() throws IOException {
    for (String name : ZONES) {
      ZoneId zone = name == null ? null : ZoneId.of(name);
      List<Period> all = List.of(new Period(LocalDate.MIN, LocalDate.MAX));
      assertThat(found(DayRanges.of(all, zone)))
          .hasSizeGreaterThan(ARTICLES / 2)
          .isEqualTo(found(DayQuery.of(all, zone)));
    }
  }
}
