package org.fihris;

import java.util.ArrayList;
import java.util.List;
import org.fihris.article.Article;
import org.fihris.corpus.Origin;

/**
 * Settles which of several articles of a run with one id is taken: the first in the order of
 * reading, however the threads run. Workers come with their batches and wait for their turn. Safe
 * for any number of threads.
 */
final class Admission {
  private final RunIds ids = new RunIds();
  private long next; // the batch whose turn it is
  private boolean abandoned;

  /**
   * An article that asks to be written.
   *
   * @param idHash fingerprint of its id
   * @param fingerprint fingerprint of the whole article
   */
  record Candidate(Article article, Origin origin, long idHash, long fingerprint) {}

  /**
   * What became of a batch.
   *
   * @param firsts those to be written
   * @param repeated how many are the same as an earlier article of the run
   * @param conflicting those that have the id of an earlier, different article
   */
  record Admitted(List<Candidate> firsts, int repeated, List<Candidate> conflicting) {}

  /**
   * Waits until all batches with lower numbers were admitted, then admits this one.
   *
   * @param batch numbers begin with 0, and each is admitted once
   */
  synchronized Admitted admit(long batch, List<Candidate> candidates) throws InterruptedException {
    while (next != batch && !abandoned) {
      wait();
    }
    List<Candidate> firsts = new ArrayList<>(candidates.size());
    List<Candidate> conflicting = new ArrayList<>();
    int repeated = 0;
    for (Candidate candidate : candidates) {
      switch (ids.see(candidate.idHash, candidate.fingerprint)) {
        case FIRST -> firsts.add(candidate);
        case REPEATED -> repeated++;
        case CONFLICTING -> conflicting.add(candidate);
      }
    }
    next++;
    notifyAll();
    return new Admitted(firsts, repeated, conflicting);
  }

  /** Wakes those who wait for a turn that will not come, since the run has failed. */
  synchronized void abandon() {
    abandoned = true;
    notifyAll();
  }
}
