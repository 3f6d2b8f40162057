package org.fihris.index;

import java.util.List;
import java.util.function.Consumer;

/**
 * Lines beside an index, to which more are added without end. Only the process that writes the
 * index may add some. Not safe for threads.
 *
 * <p>Every method throws {@link IndexException} if the disk or the cluster fails.
 */
public interface Journal {

  /**
   * Gives all lines, in the order in which they were added.
   *
   * @throws IndexException also if they are not as they were added
   */
  void read(Consumer<String> lines);

  /**
   * Adds lines, which survive a crash from then on; to be called after {@link #read}.
   *
   * @param lines of ASCII characters, without line ends
   */
  void add(List<String> lines);
}
