package org.fihris.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fihris.corpus.Corpus;
import org.fihris.index.ArticleKeys;
import org.fihris.index.ArticleStore;
import org.fihris.index.Fingerprint;
import org.fihris.index.SourceEntry;
import org.fihris.index.SourceManifest;

/**
 * Finds, after a run, the articles in the index that no source gives any more: their file is gone
 * from the sources of the run, or they are no longer in it, and no other file of the manifest gives
 * them.
 *
 * @param ids ids of these articles
 * @param gone files that are gone
 * @param cleared entries of files without what they gave earlier
 * @param unsure files of which it is not known whether they still give what they gave
 */
record LeftArticles(
    List<String> ids, List<String> gone, List<SourceEntry> cleared, List<String> unsure) {

  /**
   * @param known what the run came by; of other files nothing is concluded, nor of those that it
   *     could not read to their end
   */
  static LeftArticles find(ArticleStore writer, Corpus corpus, KnownSources known) {
    List<SourceEntry> entries = writer.sources().entries();
    Set<Long> left = new HashSet<>();
    List<String> gone = new ArrayList<>();
    List<SourceEntry> cleared = new ArrayList<>();
    List<String> unsure = new ArrayList<>();
    List<SourceEntry> others = new ArrayList<>();
    for (SourceEntry entry : entries) {
      if (isGone(entry, corpus, known)) {
        gone.add(entry.path());
        add(entry.articles(), left);
        add(entry.left(), left);
      } else {
        others.add(entry);
        if (entry.left().size() > 0 && known.visited(entry.path())) {
          if (entry.state() == SourceEntry.State.WHOLE) {
            cleared.add(entry.withNothingLeft());
            add(entry.left(), left);
          } else {
            unsure.add(entry.path());
          }
        }
      }
    }
    if (!left.isEmpty()) {
      others.forEach(entry -> removeGiven(entry, left));
    }
    return new LeftArticles(inIndex(writer, left), gone, cleared, unsure);
  }

  private static boolean isGone(SourceEntry entry, Corpus corpus, KnownSources known) {
    return !known.visited(entry.path())
        && corpus.covers(entry.path())
        && Files.notExists(Path.of(entry.path()));
  }

  /** What a file gives stays, and where it was not read to its end what it may give. */
  private static void removeGiven(SourceEntry entry, Set<Long> left) {
    remove(entry.articles(), left);
    if (entry.state() != SourceEntry.State.WHOLE) {
      remove(entry.left(), left);
    }
  }

  private static void add(ArticleKeys articles, Set<Long> ids) {
    for (int i = 0; i < articles.size(); i++) {
      ids.add(articles.id(i));
    }
  }

  private static void remove(ArticleKeys articles, Set<Long> ids) {
    for (int i = 0; i < articles.size(); i++) {
      ids.remove(articles.id(i));
    }
  }

  private static List<String> inIndex(ArticleStore writer, Set<Long> ids) {
    List<String> found = new ArrayList<>();
    if (!ids.isEmpty()) {
      writer.forEachArticle(
          (id, fingerprint) -> {
            if (ids.contains(Fingerprint.of(id))) {
              found.add(id);
            }
          });
    }
    return found;
  }

  /** Deletes the articles, and what the manifest keeps of them. */
  void delete(ArticleStore writer) {
    writer.delete(ids);
    SourceManifest manifest = writer.sources();
    manifest.remove(gone);
    cleared.forEach(manifest::put);
  }
}
