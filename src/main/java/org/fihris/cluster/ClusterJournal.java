package org.fihris.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.fihris.index.IndexException;
import org.fihris.index.Journal;
import org.jspecify.annotations.Nullable;

/** Lines beside an index on a cluster, in documents that are filled one after the other. */
final class ClusterJournal implements Journal {
  private static final String LINES = "lines";

  /** Lines of a document, which is written anew with each that is added to it. */
  private static final int MOST_LINES = 5_000;

  private final BesideDocuments documents;
  private final String kind;
  private final String loss;
  private int number;
  private List<String> last = List.of();
  private BesideDocuments.@Nullable Version version;

  /**
   * @param kind of the documents, lower case
   * @param loss what happens if a line is missing, as a part of a sentence
   */
  ClusterJournal(BesideDocuments documents, String kind, String loss) {
    this.documents = documents;
    this.kind = kind;
    this.loss = loss;
  }

  private String key() {
    return String.format(Locale.ROOT, "%s-%08d", kind, number);
  }

  @Override
  public void read(Consumer<String> lines) {
    number = 0;
    last = List.of();
    version = null;
    documents.forEach(
        kind,
        (key, found) -> {
          number = Integer.parseInt(key.substring(kind.length() + 1));
          version = found;
          List<String> ofDocument = new ArrayList<>();
          found.source().path(LINES).forEach(line -> ofDocument.add(line.asString("")));
          last = ofDocument;
          ofDocument.forEach(lines);
        });
  }

  @Override
  public void add(List<String> lines) {
    int from = 0;
    while (from < lines.size()) {
      if (last.size() >= MOST_LINES) {
        number++;
        last = List.of();
        version = null;
      }
      int to = Math.min(lines.size(), from + MOST_LINES - last.size());
      List<String> all = new ArrayList<>(last);
      all.addAll(lines.subList(from, to));
      BesideDocuments.Version written = documents.put(kind, key(), Map.of(LINES, all), version);
      if (written == null) {
        throw new IndexException(
            documents.place()
                + ": another writer reports for the saved searches of this index at the same"
                + " time. Wait for it, and run again; "
                + loss
                + ".");
      }
      version = written;
      last = all;
      from = to;
    }
  }
}
