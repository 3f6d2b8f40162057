package org.fihris.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityEdit;
import org.fihris.entity.EntityEdits;
import org.fihris.explore.AliasProposal;
import org.fihris.explore.EntityGraph;
import org.fihris.explore.EntityPage;
import org.fihris.explore.RelatedEntity;
import org.fihris.explore.Trend;
import org.fihris.explore.Trends;
import org.fihris.index.EntityEditsFile;
import org.fihris.query.Period;

/** The JSON of the commands that look at entities, as {@code docs/json.md} documents it. */
public final class EntityJson {
  private EntityJson() {}

  /** Id, type and labels. */
  public static Map<String, Object> entity(Entity entity) {
    return Json.object(
        "id",
        entity.id(),
        "type",
        Json.key(entity.type()),
        "label",
        entity.labelAr(),
        "label_en",
        entity.labelEn());
  }

  private static Map<String, Object> entity(Entity entity, Object... more) {
    Map<String, Object> json = new LinkedHashMap<>(entity(entity));
    json.putAll(Json.object(more));
    return json;
  }

  public static Map<String, Object> page(EntityPage page) {
    return entity(
        page.entity(),
        "hidden",
        page.hidden(),
        "merged",
        page.merged(),
        "names",
        page.names(),
        "spellings",
        page.spellings().stream()
            .map(spelling -> Json.object("text", spelling.text(), "articles", spelling.articles()))
            .toList(),
        "articles",
        page.articles(),
        "months",
        SearchJson.values(page.months()),
        "sources",
        SearchJson.values(page.sources()),
        "related",
        related(page.related()));
  }

  public static Map<String, Object> related(Entity entity, List<RelatedEntity> related) {
    return entity(entity, "related", related(related));
  }

  private static List<Map<String, Object>> related(List<RelatedEntity> related) {
    return related.stream()
        .map(
            other ->
                entity(
                    other.entity(),
                    "together",
                    other.together(),
                    "articles",
                    other.articles(),
                    "lift",
                    other.lift(),
                    "least_lift",
                    other.leastLift(),
                    "log_likelihood",
                    other.logLikelihood()))
        .toList();
  }

  public static Map<String, Object> trends(Trends trends) {
    return Json.object(
        "earlier",
        period(trends.earlier(), trends.earlierArticles()),
        "later",
        period(trends.later(), trends.laterArticles()),
        "trends",
        trends.trends().stream().map(EntityJson::trend).toList());
  }

  private static Map<String, Object> period(Period period, long articles) {
    return Json.object(
        "from", period.from().toString(), "to", period.to().toString(), "articles", articles);
  }

  private static Map<String, Object> trend(Trend trend) {
    return entity(
        trend.entity(),
        "earlier",
        trend.earlier(),
        "later",
        trend.later(),
        "earlier_share",
        trend.earlierShare(),
        "later_share",
        trend.laterShare(),
        "log_likelihood",
        trend.logLikelihood());
  }

  public static Map<String, Object> graph(EntityGraph graph) {
    return Json.object(
        "nodes",
        graph.nodes().stream()
            .map(node -> entity(node.entity(), "articles", node.articles()))
            .toList(),
        "edges",
        graph.edges().stream()
            .map(
                edge ->
                    Json.object(
                        "from",
                        edge.from(),
                        "to",
                        edge.to(),
                        "together",
                        edge.together(),
                        "lift",
                        edge.lift(),
                        "log_likelihood",
                        edge.logLikelihood()))
            .toList());
  }

  public static Map<String, Object> edits(EntityEditsFile.InForce inForce) {
    return Json.object(
        "edits",
        inForce.edits().lines().stream().map(EntityJson::edit).toList(),
        "problem",
        inForce.problem());
  }

  private static Map<String, Object> edit(EntityEdits.Line line) {
    Map<String, Object> json =
        new LinkedHashMap<>(Json.object("line", line.number(), "note", line.note()));
    json.putAll(
        switch (line.edit()) {
          case EntityEdit.Merge(String from, String into) ->
              Json.object("edit", "merge", "id", from, "into", into);
          case EntityEdit.Split(String from, String spelling, String into) ->
              Json.object("edit", "split", "id", from, "spelling", spelling, "into", into);
          case EntityEdit.Rename(String id, String labelAr, String labelEn) ->
              Json.object("edit", "rename", "id", id, "label", labelAr, "label_en", labelEn);
          case EntityEdit.Hide(String id) -> Json.object("edit", "hide", "id", id);
          case EntityEdit.Alias(String id, String name) ->
              Json.object("edit", "alias", "id", id, "name", name);
        });
    return json;
  }

  public static Map<String, Object> proposals(List<AliasProposal> proposals, boolean applied) {
    return Json.object(
        "proposals",
        proposals.stream().map(EntityJson::proposal).toList(),
        "applied",
        applied ? proposals.size() : 0);
  }

  private static Map<String, Object> proposal(AliasProposal proposal) {
    return entity(
        proposal.from(),
        "into",
        entity(proposal.into()),
        "spelling",
        proposal.spelling(),
        "score",
        proposal.score(),
        "differences",
        proposal.likeness().differences(),
        "doubt",
        proposal.likeness().doubt(),
        "articles",
        proposal.articles(),
        "into_articles",
        proposal.intoArticles(),
        "together",
        proposal.together(),
        "company",
        proposal.company(),
        "share",
        proposal.share(),
        "evidence",
        proposal.evidence(),
        "nearest",
        proposal.nearest().stream().map(EntityJson::entity).toList());
  }
}
