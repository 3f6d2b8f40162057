package org.fihris.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.search.HitWalk;
import org.fihris.search.NewsSearcher;

/**
 * All hits of a search in one format, in the order of the request. Memory does not grow with them.
 *
 * <p>In the order of the index the hits are gone through once; in any other the query is carried
 * out again for each ten thousand of them.
 *
 * @param request what to search for; its limit and its facets are left aside, and so are its
 *     snippets unless {@code fields} has them
 * @param fields what is written of each hit, in this order; at least one, none twice
 */
public record Export(SearchRequest request, ExportFormat format, List<ExportField> fields) {

  /**
   * @throws IllegalArgumentException if there is no field, or one twice
   */
  public Export {
    fields = List.copyOf(fields);
    if (fields.isEmpty() || fields.stream().distinct().count() < fields.size()) {
      throw new IllegalArgumentException("an export has at least one field, and none twice");
    }
    if (!fields.contains(ExportField.SNIPPETS)) {
      request = request.withSnippets(SnippetOptions.NONE);
    }
  }

  /** Told how far an export is. */
  public interface Listener {
    /**
     * A hit was written.
     *
     * @param done how many are, with those that were before this export was gone on with
     * @param total how many there are
     */
    void wrote(long done, long total);
  }

  /**
   * Writes all hits; the writer is flushed and stays open.
   *
   * @throws IOException if the writer fails
   * @throws org.fihris.index.IndexException if the index does
   */
  public ExportSummary write(NewsSearcher searcher, Writer out, Listener listener)
      throws IOException {
    HitWalk walk = searcher.walk(request);
    HitWriter writer = HitWriter.of(this, out);
    long done = 0;
    writer.begin();
    while (walk.hasNext()) {
      writer.write(walk.next());
      listener.wrote(++done, walk.total());
    }
    writer.flush();
    return new ExportSummary(walk.query(), done, 0, walk.warnings());
  }

  /**
   * Writes all hits into a file, which is there once it is complete. Until then {@code FILE.part}
   * holds what was written, and {@code FILE.part.state} how far it is safe on the disk; where the
   * two are found, this goes on there, after cutting off what was written behind it.
   *
   * @param replace whether a complete file of that name is replaced
   * @throws ExportException if the file cannot be written, is there already, is being written to,
   *     or what is there of it belongs to another export
   * @throws org.fihris.search.CursorException if the index has changed since an interrupted export,
   *     and its order is that of the index; or the search is another one
   */
  public ExportSummary write(NewsSearcher searcher, Path file, boolean replace, Listener listener) {
    return new ExportFile(file).write(this, searcher, replace, listener);
  }
}
