package org.fihris.facet;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.fihris.entity.EntityType;
import org.fihris.query.Dimension;
import org.fihris.query.Period;
import org.jspecify.annotations.Nullable;

/**
 * The values of the dimensions of an index, wherever it lies, as names and filters need them. Safe
 * for any number of threads.
 */
public interface IndexValues {

  /** The names of the entities of a type, those of one entity as a group with the id shown. */
  NamedValues entities(EntityType type) throws IOException;

  /**
   * Says that the names of these entities will be asked for, so that an index that is far away is
   * asked for all of them at once. Changes no answer.
   *
   * @param shownIds by type
   */
  default void foresee(Map<EntityType, ? extends Collection<String>> shownIds) throws IOException {}

  /**
   * The entities whose ids, as they are shown, each of some patterns accepts. One question, however
   * many patterns there are.
   *
   * @return for each pattern the ids by type, in no order
   */
  List<Map<EntityType, List<String>>> entities(List<TermPattern> ids) throws IOException;

  /**
   * The values of a dimension of labels, the spellings of one label as a group with their folded
   * form as its key.
   */
  NamedValues labels(Dimension dimension) throws IOException;

  /**
   * What is shown for a group of labels: the spelling that most articles have; null if there is no
   * such group.
   *
   * @param folded key of the group
   */
  @Nullable String label(Dimension dimension, String folded) throws IOException;

  /**
   * For articles published on days of any of some periods.
   *
   * @param zone null for days as each article states its own
   */
  Query published(Collection<Period> periods, @Nullable ZoneId zone);
}
