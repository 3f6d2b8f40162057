package org.fihris.search;

import org.apache.lucene.search.Query;
import org.fihris.query.SearchRequest;

/**
 * A query that is counted.
 *
 * @param request whose filters hold for it
 */
record Counting(SearchRequest request, Query query) {}
