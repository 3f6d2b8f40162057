package org.fihris.json;

import java.util.Map;
import org.fihris.index.SourceEntry;
import org.fihris.ingest.IndexSummary;
import org.fihris.search.IndexStats;

/** What a run did, the files that it read, and an index in figures. */
public final class IndexJson {
  private IndexJson() {}

  /** What a run did. A run deletes nothing; the key is there for those that read it. */
  public static Map<String, Object> summary(IndexSummary summary) {
    return Json.object(
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

  public static Map<String, Object> source(SourceEntry source) {
    return Json.object(
        "file",
        source.path(),
        "state",
        Json.key(source.state()),
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
            .map(reason -> Json.object("reason", reason.text(), "count", reason.count()))
            .toList());
  }

  public static Map<String, Object> stats(IndexStats stats) {
    return Json.object(
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
}
