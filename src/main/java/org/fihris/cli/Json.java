package org.fihris.cli;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fihris.article.Article;
import org.fihris.article.Details;
import org.fihris.article.LineFate;
import org.fihris.date.DateMention;
import org.fihris.date.PublicationDate;
import org.fihris.date.TimeMention;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.entity.Evidence;
import org.fihris.entity.Mention;
import org.fihris.eval.Measures;
import org.fihris.index.SourceEntry;
import org.fihris.ingest.IndexSummary;
import org.fihris.search.IndexStats;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the command line, as {@code docs/json.md} documents it; one object a line. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static void print(PrintWriter out, Map<String, ?> object) {
    out.println(MAPPER.writeValueAsString(object));
  }

  static Map<String, Object> entities(List<Entity> entities) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (EntityType type : EntityType.values()) {
      json.put(
          key(type),
          entities.stream()
              .filter(entity -> entity.type() == type)
              .map(entity -> object("id", entity.id(), "label", entity.labelAr()))
              .toList());
    }
    return json;
  }

  /** An article without what is unknown. */
  static Map<String, Object> article(Article article) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", article.id());
    putIfKnown(json, "url", article.url());
    json.put("title", article.title());
    putIfKnown(json, "summary", article.summary());
    json.put("text", article.text());
    putIfKnown(json, "date", date(article.date()));
    json.put("date_method", dateMethod(article.date()));
    putCertainty(json, article.date());
    putIfKnown(json, "source", article.source());
    putIfKnown(json, "author", article.author());
    putIfKnown(json, "category", article.category());
    putIfKnown(json, "parent_id", article.parentId());
    putDetails(json, article.details());
    return json;
  }

  private static void putDetails(Map<String, Object> json, Details details) {
    putIfKnown(json, "subtitle", details.subtitle());
    if (!details.captions().isEmpty()) {
      json.put(
          "captions",
          details.captions().stream()
              .map(caption -> object("text", caption.text(), "credit", caption.credit()))
              .toList());
    }
    if (!details.tags().isEmpty()) {
      json.put("tags", details.tags());
    }
    if (!details.agencies().isEmpty()) {
      json.put("agencies", details.agencies());
    }
    if (!details.foundBy().isEmpty()) {
      Map<String, Object> foundBy = new LinkedHashMap<>();
      details.foundBy().forEach((part, by) -> foundBy.put(key(part), key(by)));
      json.put("found_by", foundBy);
    }
  }

  /** One line of a page with what became of it. */
  static Map<String, Object> fate(String file, LineFate fate) {
    return object(
        "file",
        file,
        "article",
        fate.article(),
        "part",
        fate.part() == null ? "dropped" : key(fate.part()),
        "rule",
        fate.rule().key(),
        "phrase",
        fate.phrase().isEmpty() ? null : fate.phrase(),
        "text",
        fate.text());
  }

  static Map<String, Object> articleOfIndex(Article article, @Nullable String group) {
    Map<String, Object> json = article(article);
    json.put("group", group);
    json.put("entities", entities(article.entities()));
    return json;
  }

  /** What a run did. A run deletes nothing; the key is there for those that read it. */
  static Map<String, Object> summary(IndexSummary summary) {
    return object(
        "read",
        summary.read(),
        "skipped",
        summary.skipped(),
        "indexed",
        summary.indexed(),
        "unchanged",
        summary.unchanged(),
        "deleted",
        summary.deleted(),
        "stale",
        summary.stale(),
        "rejected",
        summary.rejected(),
        "seconds",
        summary.took().toMillis() / 1000.0);
  }

  static Map<String, Object> source(SourceEntry source) {
    return object(
        "file",
        source.path(),
        "state",
        key(source.state()),
        "bytes",
        source.bytes(),
        "modified",
        source.modified() == null ? null : source.modified().toString(),
        "hash",
        source.hash(),
        "pages",
        source.pages(),
        "articles",
        source.articles().size(),
        "earlier",
        source.left().size(),
        "rejected",
        source.rejected(),
        "reasons",
        source.reasons().stream()
            .map(reason -> object("reason", reason.text(), "count", reason.count()))
            .toList());
  }

  static Map<String, Object> stats(IndexStats stats) {
    return object(
        "articles",
        stats.articles(),
        "undated",
        stats.undated(),
        "bytes",
        stats.bytes(),
        "format",
        stats.stamp().format(),
        "analysis",
        stats.stamp().analysis(),
        "config",
        stats.stamp().config(),
        "from",
        stats.from() == null ? null : stats.from().toString(),
        "to",
        stats.to() == null ? null : stats.to().toString(),
        "entity_edits",
        stats.entityEdits(),
        "entity_edits_problem",
        stats.entityEditsProblem());
  }

  static Map<String, Object> measures(Measures measures) {
    return object(
        "queries",
        measures.queries(),
        "mrr_10",
        measures.mrr10(),
        "ndcg_10",
        measures.ndcg10(),
        "map",
        measures.map(),
        "recall_100",
        measures.recall100());
  }

  static Map<String, Object> dates(
      String text, List<DateMention> mentions, List<TimeMention> clock) {
    List<Map<String, Object>> dates = new ArrayList<>();
    for (DateMention mention : mentions) {
      dates.add(
          object(
              "text",
              text.substring(mention.start(), mention.end()),
              "start",
              mention.start(),
              "end",
              mention.end(),
              "kind",
              mention.kind().name().toLowerCase(Locale.ROOT),
              "from",
              mention.from().toString(),
              "to",
              mention.to().toString()));
    }
    List<Map<String, Object>> times = new ArrayList<>();
    for (TimeMention mention : clock) {
      ZoneOffset offset = mention.offset();
      times.add(
          object(
              "text",
              text.substring(mention.start(), mention.end()),
              "start",
              mention.start(),
              "end",
              mention.end(),
              "kind",
              "time",
              "at",
              mention.at().toString(),
              "offset",
              offset == null ? null : offset.getId()));
    }
    return object("text", text, "dates", dates, "times", times);
  }

  static Map<String, Object> mentions(String text, List<Mention> mentions) {
    return object("text", text, "entities", mentions.stream().map(m -> mention(text, m)).toList());
  }

  static Map<String, Object> mentionsWithReasons(String text, List<Mention> mentions) {
    List<Map<String, Object>> entities = new ArrayList<>();
    for (Mention mention : mentions) {
      Map<String, Object> json = mention(text, mention);
      json.put("why", why(mention.evidence()));
      entities.add(json);
    }
    return object("text", text, "entities", entities);
  }

  private static Map<String, Object> mention(String text, Mention mention) {
    return object(
        "text",
        text.substring(mention.start(), mention.end()),
        "start",
        mention.start(),
        "end",
        mention.end(),
        "type",
        key(mention.entity().type()),
        "id",
        mention.entity().id(),
        "label",
        mention.entity().labelAr());
  }

  private static Map<String, Object> why(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Name name -> object("reason", "name");
      case Evidence.WordBefore cue -> object("reason", "word_before", "word", cue.word());
      case Evidence.OtherName name -> object("reason", "other_name");
      case Evidence.WordElsewhere cue -> object("reason", "word_elsewhere", "word", cue.word());
      case Evidence.GivenName name -> object("reason", "given_name");
      case Evidence.FamilyName name -> object("reason", "family_name");
      case Evidence.FullNameElsewhere name -> object("reason", "full_name_elsewhere");
      case Evidence.Introduced by -> object("reason", "introduced", "word", by.word());
      case Evidence.Kind kind -> object("reason", "kind", "word", kind.word());
      case Evidence.Tagged tagged ->
          object("reason", "tagger", "probability", Math.round(tagged.probability() * 1e3) / 1e3);
      case Evidence.OtherSpelling other ->
          object("reason", "other_spelling", "of", other.of(), "support", key(other.support()));
    };
  }

  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The day, or the moment with its zone; null where unknown. */
  static @Nullable String date(PublicationDate date) {
    return switch (date) {
      case PublicationDate.Known known ->
          known.time() == null ? known.day().toString() : known.time().toString();
      case PublicationDate.Unknown unknown -> null;
    };
  }

  static String dateMethod(PublicationDate date) {
    return switch (date) {
      case PublicationDate.Known known -> key(known.method());
      case PublicationDate.Unknown unknown -> "none";
    };
  }

  private static void putCertainty(Map<String, Object> json, PublicationDate date) {
    switch (date) {
      case PublicationDate.Known known -> {
        json.put("date_precision", key(known.precision()));
        json.put("date_confidence", key(known.confidence()));
        if (!known.disagreements().isEmpty()) {
          json.put(
              "date_disagreement",
              known.disagreements().stream()
                  .map(other -> object("method", key(other.method()), "stated", other.stated()))
                  .toList());
        }
      }
      case PublicationDate.Unknown unknown -> json.put("date_unknown", unknown.reason());
    }
  }

  private static void putIfKnown(Map<String, Object> json, String key, @Nullable String value) {
    if (value != null) {
      json.put(key, value);
    }
  }

  /** An object of alternating keys and values, in that order; a value may be null. */
  static Map<String, Object> object(@Nullable Object... keysAndValues) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      json.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return json;
  }
}
