package org.fihris.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The articles that are new in an index and of which nobody has been told yet. Their ids are kept
 * beside the index before they are durable in it, so that a crash between the two loses none.
 *
 * <p>Kept may be ids of articles that the index does not hold; whoever tells of new articles asks
 * it. Safe for any number of threads; only the process that writes the index may have one.
 */
public final class NewArticles {
  private final KeptIds kept;

  /** Left behind by an earlier writer, in doubt whether they were committed. */
  private final Set<String> left;

  private final Set<String> noted = new LinkedHashSet<>();
  private final Set<String> notKept = new LinkedHashSet<>();

  private NewArticles(KeptIds kept, Set<String> left) {
    this.kept = kept;
    this.left = left;
  }

  /**
   * Those of an index whose writer was closed or killed before they were told of.
   *
   * @throws IndexException if that cannot be read
   */
  public static NewArticles of(KeptIds kept) {
    return new NewArticles(kept, kept.read());
  }

  /** Notes an article that the index does not hold, before it is written. */
  public synchronized void note(String id) {
    if (noted.add(id)) {
      notKept.add(id);
    }
  }

  /**
   * Makes what was noted durable. To be called before the articles are: in a folder when everything
   * is written that a commit will hold and before it is made, on a cluster before they are sent.
   *
   * @throws IndexException if the disk or the cluster fails
   */
  public synchronized void keep() {
    if (!notKept.isEmpty()) {
      kept.add(notKept);
      notKept.clear();
    }
  }

  /** All that nobody has been told of, committed or not. */
  public synchronized List<String> untold() {
    Set<String> all = new LinkedHashSet<>(left);
    all.addAll(noted);
    return new ArrayList<>(all);
  }

  /**
   * Notes that everybody has been told of the articles that are committed now.
   *
   * @param asked some of what {@link #untold} gave before the index was asked
   * @param committed those of them that it holds
   * @throws IndexException if the disk or the cluster fails
   */
  public synchronized void told(Collection<String> asked, Collection<String> committed) {
    // One that an earlier writer left and that is not in the index was never committed.
    left.removeAll(new LinkedHashSet<>(asked));
    noted.removeAll(new LinkedHashSet<>(committed));
    List<String> gone = asked.stream().filter(id -> !noted.contains(id)).toList();
    if (!gone.isEmpty()) {
      notKept.removeAll(gone);
      kept.remove(gone);
    }
  }
}
