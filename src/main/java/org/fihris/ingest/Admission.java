package org.fihris.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.fihris.corpus.Origin;
import org.fihris.index.ArticleKeys;
import org.fihris.index.Draft;
import org.jspecify.annotations.Nullable;

/**
 * Settles which of several articles of a run with one id is taken: the first in the order of
 * reading, however the threads run. Workers come with their batches and wait for their turn. Safe
 * for any number of threads.
 */
final class Admission {
  private final Consumer<List<Draft>> settle;
  private final RunIds ids = new RunIds();
  private long next; // the batch whose turn it is
  private boolean abandoned;

  /**
   * @param settle called for the firsts of each batch, in the order of reading
   */
  Admission(Consumer<List<Draft>> settle) {
    this.settle = settle;
  }

  /** What comes in the order of reading. */
  sealed interface Arrival {}

  /**
   * An article that asks to be written.
   *
   * @param idHash fingerprint of its id
   * @param file null where no note is taken of it
   */
  record Candidate(Draft draft, Origin origin, long idHash, @Nullable FileProgress file)
      implements Arrival {}

  /** Articles that are in the index and were not read again. */
  record Held(ArticleKeys articles) implements Arrival {}

  /**
   * What became of a batch.
   *
   * @param firsts those to be written
   * @param unchanged how many need not be: they are the same as an earlier article of the run, or
   *     were not read again
   * @param conflicting those that have the id of an earlier, different article
   * @param marks where the files of the batch stand after it
   */
  record Admitted(
      List<Candidate> firsts,
      int unchanged,
      List<Candidate> conflicting,
      List<FileProgress.Mark> marks) {}

  /**
   * Waits until all batches with lower numbers were admitted, then admits this one.
   *
   * @param batch numbers begin with 0, and each is admitted once
   * @param shares what the batch adds to each file
   * @return null if the run has failed: a batch that were admitted out of its turn would be counted
   *     to its files before the batches that it follows
   */
  synchronized @Nullable Admitted admit(
      long batch, List<Arrival> arrivals, Collection<FileProgress.Share> shares)
      throws InterruptedException {
    while (next != batch && !abandoned) {
      wait();
    }
    if (abandoned) {
      return null;
    }
    List<Candidate> firsts = new ArrayList<>(arrivals.size());
    List<Candidate> conflicting = new ArrayList<>();
    int unchanged = 0;
    for (Arrival arrival : arrivals) {
      unchanged +=
          switch (arrival) {
            case Held held -> hold(held.articles);
            case Candidate candidate -> see(candidate, firsts, conflicting);
          };
    }
    settle.accept(firsts.stream().map(Candidate::draft).toList());
    List<FileProgress.Mark> marks = shares.stream().map(FileProgress.Share::add).toList();
    next++;
    notifyAll();
    return new Admitted(firsts, unchanged, conflicting, marks);
  }

  /** Notes an article by how it stands to those before it; 1 if nothing is to be done about it. */
  private int see(Candidate candidate, List<Candidate> firsts, List<Candidate> conflicting) {
    long fingerprint = candidate.draft.fingerprint();
    if (candidate.file != null) {
      candidate.file.give(candidate.idHash, fingerprint);
    }
    switch (ids.see(candidate.idHash, fingerprint)) {
      case FIRST -> firsts.add(candidate);
      case REPEATED -> {
        return 1;
      }
      case CONFLICTING -> {
        conflicting.add(candidate);
        if (candidate.file != null) {
          candidate.file.reject(conflict(candidate));
        }
      }
    }
    return 0;
  }

  private int hold(ArticleKeys articles) {
    int unchanged = 0;
    for (int i = 0; i < articles.size(); i++) {
      boolean same = ids.see(articles.id(i), articles.content(i)) != RunIds.Sighting.CONFLICTING;
      unchanged += same ? 1 : 0;
    }
    return unchanged;
  }

  /** Why a conflicting article is left out. */
  static String conflict(Candidate candidate) {
    return "an earlier article of this run has the id "
        + candidate.draft.article().id()
        + "; it was kept";
  }

  /** Wakes those who wait for a turn that will not come, since the run has failed. */
  synchronized void abandon() {
    abandoned = true;
    notifyAll();
  }
}
