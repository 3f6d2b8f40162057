package org.fihris.server;

import java.util.Set;
import org.fihris.search.NewsSearcher;

/** One question that the API answers: always the same to one request and one commit. */
interface Endpoint {

  /** The parameters that it knows; any other is refused, as it is a misspelt one of these. */
  Set<String> names();

  /**
   * @throws Refusal if a parameter cannot be used, or what is asked for is not there
   */
  Answer answer(NewsSearcher searcher, Asked asked);
}
