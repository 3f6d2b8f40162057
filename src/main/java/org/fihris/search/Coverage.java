package org.fihris.search;

import java.util.List;

/**
 * Who printed the story of a hit, as far as the articles go that match the search.
 *
 * @param articles how many match, the hit included
 * @param outlets how many different outlets they are of; articles of an outlet that is not known do
 *     not count
 * @param independentSources how many different origins the articles state: the agencies that a
 *     print names, and the outlets whose print names none. No more than this number is known to
 *     stand behind the story, and an outlet that copies without saying so counts; 0 where neither
 *     an outlet nor an agency is known
 * @param reprints the others, the earliest first and the undated last, as many as were asked for
 */
public record Coverage(int articles, int outlets, int independentSources, List<Reprint> reprints) {
  public Coverage {
    reprints = List.copyOf(reprints);
  }
}
