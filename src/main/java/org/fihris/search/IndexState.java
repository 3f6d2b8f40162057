package org.fihris.search;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.StringHelper;
import org.fihris.index.EditedFile;
import org.fihris.index.EditedText;
import org.fihris.suggest.SuggestionFiles;

/**
 * What answers of a searcher depend on, as it lies in the folder of the index.
 *
 * @param commit the id of the last commit, which no other one has, not even of an index that was
 *     built anew
 * @param edits the state of the file of corrections; empty where there is none
 * @param suggestions that of the completions; empty where there are none
 */
record IndexState(String commit, String edits, String suggestions) {

  static IndexState of(Path path, Directory directory) throws IOException {
    return new IndexState(
        StringHelper.idToString(SegmentInfos.readLatestCommit(directory).getId()),
        new EditedFile(path, EditedText.Kind.ENTITY_EDITS).version(),
        SuggestionFiles.state(path));
  }
}
