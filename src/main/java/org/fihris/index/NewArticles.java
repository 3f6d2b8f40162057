package org.fihris.index;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The articles that are new in an index and of which nobody has been told yet. A file beside the
 * index holds their ids before the commit that makes them durable, so that a crash between the two
 * loses none.
 *
 * <p>The file may hold ids of articles that were not committed; whoever tells of new articles asks
 * the index. Safe for any number of threads; only the process that writes the index may have one.
 */
public final class NewArticles {
  private static final String NAME = "new-articles.txt";
  private static final String HEAD = "fihris new articles 2\n";

  private final Path index;

  /** Left behind by an earlier writer, in doubt whether they were committed. */
  private final Set<String> left;

  private final Set<String> noted = new LinkedHashSet<>();

  private NewArticles(Path index, Set<String> left) {
    this.index = index;
    this.left = left;
  }

  /**
   * Those of an index whose writer was closed or killed before they were told of.
   *
   * @throws IndexException if the file cannot be read
   */
  public static NewArticles of(Path index) {
    Path file = index.resolve(NAME);
    Set<String> left = new LinkedHashSet<>();
    try {
      if (Files.exists(file)) {
        String content = SealedText.open(Files.readString(file));
        if (content == null || !content.startsWith(HEAD)) {
          throw damaged(file);
        }
        content.substring(HEAD.length()).lines().map(NewArticles::read).forEach(left::add);
      }
      return new NewArticles(index, left);
    } catch (CharacterCodingException e) {
      throw damaged(file);
    } catch (IOException e) {
      throw IndexFolder.failure(index, "cannot be read", e);
    }
  }

  private static IndexException damaged(Path file) {
    return new IndexException(
        file
            + ": damaged, or of another version of Fihris. Delete the file; articles that came"
            + " with the last commits may not be reported for saved searches.");
  }

  /** Why the list of an index cannot be used; null where it is sound, or there is none. */
  static @Nullable String problem(Path index) {
    try {
      of(index);
      return null;
    } catch (IndexException e) {
      return e.getMessage();
    }
  }

  /** Whether a file in the folder of an index is this one, by its name. */
  static boolean isOne(String name) {
    return name.equals(NAME);
  }

  /** Notes an article that the index does not hold, before it is written. */
  synchronized void note(String id) {
    noted.add(id);
  }

  /**
   * Makes what was noted durable. To be called when everything is written that a commit will hold,
   * and before it is made.
   */
  synchronized void keep() throws IOException {
    if (!noted.isEmpty()) {
      write();
    }
  }

  private void write() throws IOException {
    Path file = index.resolve(NAME);
    Set<String> all = new LinkedHashSet<>(left);
    all.addAll(noted);
    if (all.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    StringBuilder content = new StringBuilder(HEAD);
    all.forEach(id -> content.append(written(id)).append('\n'));
    DurableFile.replace(file, SealedText.seal(content.toString()));
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
   * @param asked what {@link #untold} gave before the index was asked
   * @param committed those of them that it holds
   * @throws IndexException if the disk fails
   */
  public synchronized void told(Collection<String> asked, Collection<String> committed) {
    if (asked.isEmpty()) {
      return;
    }
    // One that an earlier writer left and that is not in the index was never committed.
    left.removeAll(new LinkedHashSet<>(asked));
    noted.removeAll(new LinkedHashSet<>(committed));
    try {
      write();
    } catch (IOException e) {
      throw IndexFolder.failure(index, "cannot be written", e);
    }
  }

  private static String written(String id) {
    return id.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String read(String line) {
    StringBuilder id = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        i++;
        id.append(
            switch (line.charAt(i)) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> line.charAt(i);
            });
      } else {
        id.append(c);
      }
    }
    return id.toString();
  }
}
