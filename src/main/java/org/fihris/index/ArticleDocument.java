package org.fihris.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;
import org.fihris.article.Article;
import org.fihris.article.Details;
import org.fihris.article.Part;
import org.fihris.article.Provenance;
import org.fihris.date.PublicationDate;
import org.fihris.date.PublicationDate.Confidence;
import org.fihris.date.PublicationDate.Disagreement;
import org.fihris.date.PublicationDate.Method;
import org.fihris.date.PublicationDate.Precision;
import org.fihris.entity.Entity;
import org.fihris.entity.SeenName;
import org.jspecify.annotations.Nullable;

/** An article as a Lucene document, and a stored document as an article. */
public final class ArticleDocument {
  private static final String SEPARATOR = "\u001F";

  private ArticleDocument() {}

  /** How texts get into a document. */
  private interface Texts {
    /** Adds a text that is searched. */
    void searched(Document document, String field, @Nullable String text);

    /** Adds a text that is read back only. */
    void stored(Document document, String field, String text);
  }

  /**
   * The document of an article, before facets are laid out by {@link Schema#facets()}.
   *
   * @param texts of the calling thread; the document has to be written before they are used again
   */
  static Document of(IndexedArticle indexed, ArticleTexts texts) {
    return of(indexed, new AnalysedTexts(texts));
  }

  private record AnalysedTexts(ArticleTexts texts) implements Texts {
    @Override
    public void searched(Document document, String field, @Nullable String text) {
      texts.add(document, field, text);
    }

    @Override
    public void stored(Document document, String field, String text) {
      document.add(new StoredField(field, StoredText.encoded(text)));
    }
  }

  /**
   * The document of an article whose texts are analysed where it is indexed: they are only stored,
   * as they are. Its facets are laid out.
   */
  public static Document unanalysed(IndexedArticle indexed) {
    try {
      return Schema.facets().build(of(indexed, new PlainTexts()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of a taxonomy, of which there is none
    }
  }

  private record PlainTexts() implements Texts {
    @Override
    public void searched(Document document, String field, @Nullable String text) {
      if (text != null && !text.isEmpty()) {
        stored(document, field, text);
      }
    }

    @Override
    public void stored(Document document, String field, String text) {
      document.add(new StoredField(field, text));
    }
  }

  private static Document of(IndexedArticle indexed, Texts texts) {
    Article article = indexed.article();
    Document document = new Document();
    document.add(new StringField(Schema.ID, article.id(), Field.Store.YES));
    document.add(new NumericDocValuesField(Schema.TIE, Fingerprint.of(article.id())));
    document.add(new NumericDocValuesField(Schema.FINGERPRINT, indexed.fingerprint()));
    addStory(document, indexed.content(), indexed.story());
    addKey(document, Schema.URL, article.url());
    addKey(document, Schema.PARENT_ID, article.parentId());
    texts.searched(document, Schema.TITLE, article.title());
    texts.searched(document, Schema.SUMMARY, searchedSummary(article));
    texts.searched(document, Schema.BODY, article.text());
    addLabel(document, Schema.SOURCE, article.source());
    addLabel(document, Schema.CATEGORY, article.category());
    addLabel(document, Schema.AUTHOR, article.author());
    addFacet(document, Schema.FACET_SOURCE, orUnknown(article.source()));
    addFacet(document, Schema.FACET_CATEGORY, orUnknown(article.category()));
    addDate(document, article.date());
    addDetails(document, article.details());
    addEntities(document, article.entities(), indexed.names(), texts);
    SealedDocument.seal(document);
    return document;
  }

  /**
   * The article of a stored document.
   *
   * @param stored a document with all stored fields of the schema
   */
  public static Article toArticle(Document stored) {
    return new Article(
        text(stored, Schema.ID),
        stored.get(Schema.URL),
        text(stored, Schema.TITLE),
        summary(stored),
        text(stored, Schema.BODY),
        date(stored),
        stored.get(Schema.SOURCE),
        stored.get(Schema.AUTHOR),
        stored.get(Schema.CATEGORY),
        stored.get(Schema.PARENT_ID),
        details(stored),
        seen(stored).stream().map(StoredEntities.Seen::entity).toList());
  }

  /** The summary, and the sub-headline on a line of its own where that says something else. */
  private static @Nullable String searchedSummary(Article article) {
    String summary = article.summary();
    String subtitle = article.details().subtitle();
    if (subtitle == null || subtitle.equals(summary)) {
      return summary;
    }
    return (summary == null ? "" : summary) + "\n" + subtitle;
  }

  private static @Nullable String summary(Document stored) {
    String searched = stored.get(Schema.SUMMARY);
    String subtitle = stored.get(Schema.SUBTITLE);
    if (searched == null || subtitle == null || !searched.endsWith("\n" + subtitle)) {
      return searched;
    }
    String summary = searched.substring(0, searched.length() - subtitle.length() - 1);
    return summary.isEmpty() ? null : summary;
  }

  private static void addDetails(Document document, Details details) {
    String subtitle = details.subtitle();
    if (subtitle != null) {
      document.add(new StoredField(Schema.SUBTITLE, subtitle));
    }
    for (Details.Caption caption : details.captions()) {
      String credit = caption.credit();
      String value = credit == null ? caption.text() : caption.text() + SEPARATOR + credit;
      document.add(new StoredField(Schema.CAPTION, value));
    }
    details.tags().forEach(tag -> document.add(new StoredField(Schema.TAG, tag)));
    for (String agency : details.agencies()) {
      document.add(new StoredField(Schema.AGENCY, agency));
      if (fitsTerm(agency)) {
        document.add(new SortedSetDocValuesField(Schema.AGENCY, new BytesRef(agency)));
      }
    }
    details
        .foundBy()
        .forEach(
            (part, by) ->
                document.add(
                    new StoredField(Schema.FOUND_BY, part.name() + SEPARATOR + by.name())));
  }

  private static Details details(Document stored) {
    List<Details.Caption> captions = new ArrayList<>();
    for (String value : stored.getValues(Schema.CAPTION)) {
      String[] parts = value.split(SEPARATOR, -1);
      captions.add(new Details.Caption(parts[0], parts.length < 2 ? null : parts[1]));
    }
    Map<Part, Provenance> foundBy = new EnumMap<>(Part.class);
    for (String value : stored.getValues(Schema.FOUND_BY)) {
      String[] parts = value.split(SEPARATOR, -1);
      foundBy.put(Part.valueOf(parts[0]), Provenance.valueOf(parts[1]));
    }
    return new Details(
        stored.get(Schema.SUBTITLE),
        captions,
        List.of(stored.getValues(Schema.TAG)),
        List.of(stored.getValues(Schema.AGENCY)),
        foundBy);
  }

  /** The key of the story of a stored document. */
  public static String group(Document stored) {
    return text(stored, Schema.GROUP);
  }

  private static void addStory(Document document, long content, Story story) {
    document.add(new SortedDocValuesField(Schema.GROUP, new BytesRef(story.group())));
    document.add(new StoredField(Schema.GROUP, story.group()));
    document.add(new BinaryDocValuesField(Schema.STORY, story.first().toBytes()));
    document.add(new NumericDocValuesField(Schema.CONTENT, content));
  }

  private static void addKey(Document document, String field, @Nullable String value) {
    if (value != null && fitsTerm(value)) {
      document.add(new StringField(field, value, Field.Store.YES));
    } else if (value != null) {
      document.add(new StoredField(field, value));
    }
  }

  private static void addLabel(Document document, String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      document.add(new TextField(field, value, Field.Store.YES));
    }
  }

  private static String orUnknown(@Nullable String value) {
    return value == null || value.isEmpty() ? Schema.UNKNOWN : value;
  }

  private static void addFacet(Document document, String dimension, String value) {
    if (fitsTerm(value)) {
      document.add(new SortedSetDocValuesFacetField(dimension, value));
    }
  }

  private static void addDate(Document document, PublicationDate date) {
    switch (date) {
      case PublicationDate.Known known -> {
        LocalDate day = known.day();
        OffsetDateTime time = known.time();
        document.add(new IntPoint(Schema.DAY, Math.toIntExact(day.toEpochDay())));
        document.add(new NumericDocValuesField(Schema.DAY, day.toEpochDay()));
        long seconds =
            time == null ? day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() : time.toEpochSecond();
        document.add(new NumericDocValuesField(Schema.TIME, seconds));
        if (time != null) {
          document.add(new NumericDocValuesField(Schema.MOMENT, seconds));
        }
        document.add(new StoredField(Schema.DATE, time == null ? day.toString() : time.toString()));
        document.add(new StoredField(Schema.DATE_METHOD, known.method().name()));
        document.add(new StoredField(Schema.DATE_PRECISION, known.precision().name()));
        document.add(new StoredField(Schema.DATE_CONFIDENCE, known.confidence().name()));
        for (Disagreement other : known.disagreements()) {
          String value = other.method().name() + SEPARATOR + other.stated();
          document.add(new StoredField(Schema.DATE_DISAGREEMENT, value));
        }
      }
      case PublicationDate.Unknown unknown ->
          document.add(new StoredField(Schema.DATE_UNKNOWN, unknown.reason()));
    }
  }

  /** The date of publication of a stored document. */
  public static PublicationDate date(Document stored) {
    String date = stored.get(Schema.DATE);
    if (date == null) {
      return new PublicationDate.Unknown(text(stored, Schema.DATE_UNKNOWN));
    }
    OffsetDateTime time = date.indexOf('T') < 0 ? null : OffsetDateTime.parse(date);
    List<Disagreement> disagreements = new ArrayList<>();
    for (String value : stored.getValues(Schema.DATE_DISAGREEMENT)) {
      String[] parts = value.split(SEPARATOR, 2);
      disagreements.add(new Disagreement(Method.valueOf(parts[0]), parts[1]));
    }
    return new PublicationDate.Known(
        time == null ? LocalDate.parse(date) : time.toLocalDate(),
        time,
        Method.valueOf(text(stored, Schema.DATE_METHOD)),
        Precision.valueOf(text(stored, Schema.DATE_PRECISION)),
        Confidence.valueOf(text(stored, Schema.DATE_CONFIDENCE)),
        disagreements);
  }

  private static void addEntities(
      Document document, List<Entity> entities, List<SeenName> names, Texts texts) {
    Map<Entity, Set<String>> spellings = new HashMap<>();
    for (SeenName name : names) {
      spellings.computeIfAbsent(name.entity(), e -> new LinkedHashSet<>()).add(name.spelling());
    }
    List<StoredEntities.Seen> all = new ArrayList<>();
    for (Entity entity : entities) {
      Set<String> seen = spellings.getOrDefault(entity, Set.of(""));
      all.add(new StoredEntities.Seen(entity, List.copyOf(seen)));
      for (String spelling : seen) {
        String value = Schema.nameValue(entity.id(), spelling);
        if (fitsTerm(value)) {
          String field = Schema.namesField(entity.type());
          document.add(new StringField(field, value, Field.Store.NO));
          document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
        }
      }
    }
    if (!all.isEmpty()) {
      texts.stored(document, Schema.ENTITY, StoredEntities.text(all));
    }
  }

  /**
   * The entities of a stored document in their order, each with every spelling that the article has
   * of it.
   */
  public static List<SeenName> names(Document stored) {
    List<SeenName> names = new ArrayList<>();
    for (StoredEntities.Seen seen : seen(stored)) {
      seen.spellings().forEach(spelling -> names.add(new SeenName(seen.entity(), spelling)));
    }
    return names;
  }

  private static List<StoredEntities.Seen> seen(Document stored) {
    return StoredEntities.of(stored.get(Schema.ENTITY));
  }

  private static String text(Document stored, String field) {
    String value = stored.get(field);
    return value == null ? "" : value;
  }

  /** Lucene refuses terms of more than 32,766 bytes; a UTF-16 unit takes three at most. */
  private static boolean fitsTerm(String value) {
    return value.length() <= 10_000;
  }
}
