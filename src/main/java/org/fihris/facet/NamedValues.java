package org.fihris.facet;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Query;

/**
 * The values of a field in groups that count as one value: the names of an entity, the spellings of
 * an outlet. Safe for any number of threads.
 */
public interface NamedValues {

  /** Whether there is a group of a key. */
  boolean has(String key) throws IOException;

  /** The values of the group of a key as they are indexed; none if there is no such group. */
  List<String> values(String key) throws IOException;

  /** For articles that have a value of any of these groups. */
  Query articles(Collection<String> keys) throws IOException;

  /** For articles that have any of these values, as they are indexed. */
  Query articlesWith(Collection<String> indexed);

  /** How many articles have a value as it is indexed; deleted ones may count. */
  int articlesWith(String indexed) throws IOException;

  /**
   * The keys of the groups of names that hold a name in this spelling, or one that differs in no
   * more than hamza, vowel marks and the like.
   */
  Set<String> spelt(String name) throws IOException;
}
