package org.fihris;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityEdit;
import org.fihris.entity.EntityEdits;
import org.fihris.explore.AliasProposal;
import org.fihris.explore.EntityExplorer;
import org.fihris.index.BesideIndex;
import org.fihris.index.EntityEditsFile;
import org.fihris.search.NewsSearcher;

/**
 * Changes the corrections to the entities of an index. They are in force for every searcher opened
 * from then on; no article is indexed again. Safe for any number of threads and processes.
 */
public final class EntityCorrections {
  private static final String PROPOSED = "proposed: ";

  private final NewsIndex index;
  private final IndexConfig config;

  EntityCorrections(NewsIndex index, IndexConfig config) {
    this.index = index;
    this.config = config;
  }

  /**
   * Adds corrections, all or none.
   *
   * @return all that are in force then
   * @throws ConfigException if one speaks of an entity or a spelling that the index does not have,
   *     contradicts what is there, or the table is broken; nothing is changed
   * @throws org.fihris.index.IndexException if there is no index, or it cannot be written
   */
  public EntityEdits add(List<EntityEdit> edits) {
    try (NewsSearcher searcher = index.searcher()) {
      requireKnown(edits, searcher);
    }
    return with(table -> table.add(edits));
  }

  /**
   * Makes the merges that were proposed, each with its reason as a note, all or none.
   *
   * @param proposals of {@link EntityExplorer#aliases} on this index
   * @return all corrections that are in force then
   * @throws ConfigException if one contradicts what is there by now, or the table is broken;
   *     nothing is changed
   * @throws org.fihris.index.IndexException if there is no index, or it cannot be written
   */
  public EntityEdits accept(List<AliasProposal> proposals) {
    List<EntityEdits.Line> lines = proposals.stream().map(EntityCorrections::line).toList();
    return with(table -> table.addLines(lines));
  }

  private static EntityEdits.Line line(AliasProposal proposal) {
    EntityEdit merge = new EntityEdit.Merge(proposal.from().id(), proposal.into().id());
    return new EntityEdits.Line(0, merge, PROPOSED + reason(proposal));
  }

  /** Why two entities are proposed to be one, in words. */
  private static String reason(AliasProposal proposal) {
    return String.format(
        Locale.ROOT,
        "%d spelt differently of %s; score %.2f, %d of its company in common (%.0f%%, evidence"
            + " %.1f), %d and %d articles, %d together",
        proposal.likeness().differences(),
        proposal.spelling(),
        proposal.score(),
        proposal.company(),
        100 * proposal.share(),
        proposal.evidence(),
        proposal.articles(),
        proposal.intoArticles(),
        proposal.together());
  }

  /**
   * Takes all merges back that {@link #accept} made.
   *
   * @return all corrections that are in force then
   * @throws ConfigException if the table is broken, or would be without them
   * @throws org.fihris.index.IndexException if there is no index, or it cannot be written
   */
  public EntityEdits removeAccepted() {
    return with(table -> table.removeNoted(PROPOSED));
  }

  /**
   * Takes a correction back.
   *
   * @param line where it stands, as {@link EntityEdits.Line#number()}; 0 for the last
   * @return all that are in force then
   * @throws ConfigException if the line holds none, others need it, or the table is broken
   * @throws org.fihris.index.IndexException if there is no index, or it cannot be written
   */
  public EntityEdits remove(int line) {
    return with(table -> table.remove(line));
  }

  /**
   * What is in force, and what is wrong with the table if something is.
   *
   * @throws org.fihris.index.IndexException if there is no index
   */
  public EntityEditsFile.InForce inForce() {
    return with(EntityEditsFile::read);
  }

  /**
   * The table as it stands, whether it can be read or not: to be edited, and given to {@link
   * #replace}.
   *
   * @throws org.fihris.index.IndexException if there is no index, or the table cannot be had
   */
  public String content() {
    return with(EntityEditsFile::content);
  }

  /**
   * Puts another table in the place of the one that is there, broken or not. Whether the index has
   * what it speaks of is not asked.
   *
   * @param from how messages name the other
   * @return all that are in force then
   * @throws ConfigException if the other is broken, naming it and the line; nothing is changed
   * @throws org.fihris.index.IndexException if there is no index, or it cannot be written
   */
  public EntityEdits replace(String from, String content) {
    return with(table -> table.replace(from, content));
  }

  private <T> T with(Function<EntityEditsFile, T> work) {
    try (BesideIndex beside = index.beside()) {
      return work.apply(EntityEditsFile.in(beside, config));
    }
  }

  /** What a split makes is known to the edits that come with it. */
  private static void requireKnown(List<EntityEdit> edits, NewsSearcher searcher) {
    Set<String> made = new HashSet<>();
    for (EntityEdit edit : edits) {
      if (edit instanceof EntityEdit.Split(String from, String spelling, String into)) {
        requireSeen(from, spelling, searcher);
        made.add(into);
      }
    }
    edits.stream()
        .flatMap(edit -> corrected(edit).stream())
        .filter(id -> !made.contains(id))
        .forEach(id -> requireKnown(id, searcher));
  }

  /** The ids that must be there for an edit to mean anything. */
  private static List<String> corrected(EntityEdit edit) {
    return switch (edit) {
      case EntityEdit.Merge(String from, String into) -> List.of(from, into);
      case EntityEdit.Split split -> List.of(split.from());
      case EntityEdit.Rename rename -> List.of(rename.id());
      case EntityEdit.Hide(String id) -> List.of(id);
      case EntityEdit.Alias alias -> List.of(alias.id());
    };
  }

  private static Entity requireKnown(String id, NewsSearcher searcher) {
    List<Entity> found = searcher.entitiesWithId(id);
    if (found.isEmpty()) {
      throw new ConfigException(
          "no entity has the id "
              + id
              + "; fihris facets INDEX --dim person --find NAME shows ids (place and organisation"
              + " likewise).");
    }
    return found.getFirst();
  }

  private static void requireSeen(String id, String spelling, NewsSearcher searcher) {
    Entity entity = requireKnown(id, searcher);
    List<String> seen = searcher.spellings(entity);
    if (seen.stream().noneMatch(text -> EntityEdits.sameSpelling(text, spelling))) {
      throw new ConfigException(
          "no article names "
              + id
              + " as '"
              + spelling
              + "'; its spellings are "
              + String.join("، ", seen)
              + ".");
    }
  }
}
