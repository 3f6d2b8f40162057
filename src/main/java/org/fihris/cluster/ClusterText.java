package org.fihris.cluster;

import java.util.Map;
import org.fihris.index.EditedText;
import org.fihris.index.IndexException;
import org.jspecify.annotations.Nullable;

/** A text that people edit by commands, as a document beside an index on a cluster. */
final class ClusterText implements EditedText {
  private static final String KIND = "text";
  private static final String TEXT = "text";
  private static final String LAST_GOOD = "last_good";
  private static final int MOST_ATTEMPTS = 20;

  private final BesideDocuments documents;
  private final Kind kind;

  ClusterText(BesideDocuments documents, Kind kind) {
    this.documents = documents;
    this.kind = kind;
  }

  private ClusterAddress address() {
    return documents.connection().address();
  }

  @Override
  public String name() {
    return address() + "/" + kind.fileName();
  }

  @Override
  public String lastGoodName() {
    return "the copy in " + documents.place();
  }

  @Override
  public String remedy() {
    String command = "fihris " + kind.command() + " " + address();
    return "To mend it, write it to a file ("
        + command
        + " print), correct that, and put it back ("
        + command
        + " replace FILE)";
  }

  @Override
  public String version() {
    return documents.versionOf(kind.stem());
  }

  @Override
  public @Nullable String read() {
    return field(documents.get(kind.stem()), TEXT);
  }

  @Override
  public @Nullable String readLastGood() {
    return field(documents.get(kind.stem()), LAST_GOOD);
  }

  private static @Nullable String field(BesideDocuments.@Nullable Version version, String name) {
    return version == null || !version.source().has(name)
        ? null
        : version.source().path(name).asString("");
  }

  /** {@inheritDoc} Every change notes it, and none is made without one. */
  @Override
  public void keepAsLastGood(String content) {
    // A searcher needs no right to write.
  }

  @Override
  public void change(Change change) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      BesideDocuments.Version before = documents.get(kind.stem());
      String after = change.of(field(before, TEXT));
      Map<String, String> fields = Map.of(TEXT, after, LAST_GOOD, after);
      if (documents.put(KIND, kind.stem(), fields, before) != null) {
        return;
      }
      documents.connection().pause(attempt);
    }
    throw new IndexException(
        name() + ": others change it all the time. Nothing was changed; try again.");
  }
}
