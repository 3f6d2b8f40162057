package org.fihris.matching;

import java.util.List;
import org.apache.lucene.search.Query;
import org.fihris.query.QueryNode;
import org.jspecify.annotations.Nullable;

/**
 * A part of a query that is looked for as one: a word, a phrase, or a value of a field.
 *
 * @param query what finds it
 * @param marks what marks it in a text; null for a value
 * @param words those that the ranking looks at
 */
public record QueryLeaf(
    QueryNode node, Query query, @Nullable Query marks, List<QueryWord> words) {}
