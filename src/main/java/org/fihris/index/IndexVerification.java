package org.fihris.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.fihris.entity.EntityLabels;

/**
 * What a reading of a whole index found: Lucene's own check of every file, then that every article
 * has one id and no id has two articles, and that the manifest of the sources is the one that was
 * committed with them.
 *
 * @param articles how many articles the index holds
 * @param problems one sentence for each fault; empty for a sound index
 */
public record IndexVerification(long articles, List<String> problems) {

  public IndexVerification {
    problems = List.copyOf(problems);
  }

  /** Whether nothing is wrong. */
  public boolean sound() {
    return problems.isEmpty();
  }

  /** This and one more fault. */
  public IndexVerification withProblem(String problem) {
    List<String> more = new ArrayList<>(problems);
    more.add(problem);
    return new IndexVerification(articles, more);
  }

  /**
   * Checks the index at {@code path}, reading all of it, and its file of corrections to entities.
   * Nothing is changed.
   *
   * @param known the entities of the tables
   * @throws IndexException if there is none, or another process is writing to it
   */
  public static IndexVerification of(Path path, EntityLabels known) {
    List<String> problems = new ArrayList<>();
    try (Directory directory = IndexFolder.openExisting(path)) {
      checkFiles(directory, problems);
      if (!problems.isEmpty()) {
        return new IndexVerification(0, problems);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        Map<String, String> commitData = reader.getIndexCommit().getUserData();
        Stamp.of(commitData, path);
        checkIds(reader, problems);
        checkSources(directory, commitData, problems);
        String edits = EntityEditsFile.in(new FolderBeside(path), () -> known).problem();
        if (edits != null) {
          problems.add(edits);
        }
        String newArticles = NewArticlesFile.problem(path);
        if (newArticles != null) {
          problems.add(newArticles);
        }
        return new IndexVerification(reader.numDocs(), problems);
      }
    } catch (LockObtainFailedException e) {
      throw IndexFolder.beingWritten(path, e);
    } catch (AccessDeniedException e) {
      throw IndexFolder.failure(path, "cannot be verified", e);
    } catch (IOException e) {
      problems.add(IndexFolder.failure(path, "cannot be read", e).getMessage());
      return new IndexVerification(0, problems);
    }
  }

  private static void checkFiles(Directory directory, List<String> problems) throws IOException {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    try (CheckIndex check = IndexFolder.check(directory)) {
      check.setInfoStream(new PrintStream(report, true, StandardCharsets.UTF_8), false);
      CheckIndex.Status status = check.checkIndex();
      if (!status.clean) {
        problems.add(
            "Lucene's check found damage: "
                + (status.missingSegments
                    ? "the list of segments cannot be read"
                    : status.numBadSegments + " segments are damaged")
                + ". Build the index again.");
      }
    }
  }

  private static void checkSources(
      Directory directory, Map<String, String> commitData, List<String> problems) {
    String damage = ManifestFiles.of(directory, commitData).damage();
    if (damage != null) {
      problems.add(damage + ". The articles are sound; the next fihris index mends it.");
    }
  }

  private static void checkIds(DirectoryReader reader, List<String> problems) throws IOException {
    int withId = new IndexSearcher(reader).count(new FieldExistsQuery(Schema.FINGERPRINT));
    if (withId != reader.numDocs()) {
      problems.add((reader.numDocs() - withId) + " documents are not articles of Fihris");
    }
    Terms ids = MultiTerms.getTerms(reader, Schema.ID);
    if (ids == null) {
      if (reader.numDocs() > 0) {
        problems.add("no article has an id");
      }
      return;
    }
    TermsEnum each = ids.iterator();
    long live = 0;
    for (BytesRef id = each.next(); id != null; id = each.next()) {
      int count = reader.hasDeletions() || each.docFreq() > 1 ? live(reader, id) : each.docFreq();
      live += count;
      if (count > 1) {
        problems.add("the id " + id.utf8ToString() + " has " + count + " articles");
      }
    }
    if (live != reader.numDocs()) {
      problems.add((reader.numDocs() - live) + " articles have no id");
    }
  }

  private static int live(DirectoryReader reader, BytesRef id) throws IOException {
    return new IndexSearcher(reader).count(new TermQuery(new Term(Schema.ID, id)));
  }
}
