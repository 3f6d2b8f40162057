package org.fihris.index;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file of the ids of new articles, written anew with each change of them. */
final class NewArticlesFile implements KeptIds {
  private static final String NAME = "new-articles.txt";
  private static final String HEAD = "fihris new articles 2\n";

  private final Path index;
  private final Set<String> ids = new LinkedHashSet<>();

  NewArticlesFile(Path index) {
    this.index = index;
  }

  /** Whether a file in the folder of an index is this one, by its name. */
  static boolean isOne(String name) {
    return name.equals(NAME);
  }

  /** Why the list of an index cannot be used; null where it is sound, or there is none. */
  static @Nullable String problem(Path index) {
    try {
      new NewArticlesFile(index).read();
      return null;
    } catch (IndexException e) {
      return e.getMessage();
    }
  }

  @Override
  public Set<String> read() {
    Path file = index.resolve(NAME);
    ids.clear();
    try {
      if (Files.exists(file)) {
        String content = SealedText.open(Files.readString(file));
        if (content == null || !content.startsWith(HEAD)) {
          throw damaged(file);
        }
        content.substring(HEAD.length()).lines().map(NewArticlesFile::read).forEach(ids::add);
      }
      return new LinkedHashSet<>(ids);
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

  @Override
  public void add(Collection<String> more) {
    ids.addAll(more);
    write();
  }

  @Override
  public void remove(Collection<String> gone) {
    ids.removeAll(new LinkedHashSet<>(gone));
    write();
  }

  private void write() {
    Path file = index.resolve(NAME);
    try {
      if (ids.isEmpty()) {
        Files.deleteIfExists(file);
        return;
      }
      StringBuilder content = new StringBuilder(HEAD);
      ids.forEach(id -> content.append(written(id)).append('\n'));
      DurableFile.replace(file, SealedText.seal(content.toString()));
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
