package org.fihris;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fihris.corpus.Origin;
import org.fihris.index.ArticleWriter;

/**
 * Settles which of several articles of a run with one id is taken: the first in the order of
 * reading, however the threads run. Workers come with their batches and wait for their turn. Safe
 * for any number of threads.
 */
final class Admission {
  private final Consumer<ArticleWriter.Draft> settle;
  private final RunIds ids = new RunIds();
  private long next; // the batch whose turn it is
  private boolean abandoned;

  /**
   * @param settle called for the firsts of all batches, in the order of reading
   */
  Admission(Consumer<ArticleWriter.Draft> settle) {
    this.settle = settle;
  }

  /**
   * An article that asks to be written.
   *
   * @param idHash fingerprint of its id
   */
  record Candidate(ArticleWriter.Draft draft, Origin origin, long idHash) {}

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
      switch (ids.see(candidate.idHash, candidate.draft.fingerprint())) {
        case FIRST -> firsts.add(candidate);
        case REPEATED -> repeated++;
        case CONFLICTING -> conflicting.add(candidate);
      }
    }
    firsts.forEach(first -> settle.accept(first.draft));
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
