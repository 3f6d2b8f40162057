package org.fihris.index;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.config.IndexConfig;

/**
 * What built an index, kept in the data of each commit.
 *
 * @param format version of the {@link Schema}
 * @param analysis version of the analysis chain
 * @param config fingerprint of the configuration tables
 */
public record Stamp(String format, String analysis, String config) {
  private static final String FORMAT_KEY = "fihris.format";
  private static final String ANALYSIS_KEY = "fihris.analysis";
  private static final String CONFIG_KEY = "fihris.config";

  /** The stamp of an index that this engine builds with {@code config}. */
  public static Stamp current(IndexConfig config) {
    return new Stamp(Schema.FORMAT, NewsAnalyzer.VERSION, config.hash());
  }

  /**
   * The stamp in the data of a commit.
   *
   * @throws IndexException if there is none: the index is not one of Fihris
   */
  public static Stamp of(Map<String, String> commitData, Path index) {
    String format = commitData.get(FORMAT_KEY);
    String analysis = commitData.get(ANALYSIS_KEY);
    String config = commitData.get(CONFIG_KEY);
    if (format == null || analysis == null || config == null) {
      throw new IndexException(
          index
              + ": a Lucene index, but not one of Fihris."
              + " Name another folder, or remove this one if nothing else needs it.");
    }
    return new Stamp(format, analysis, config);
  }

  Map<String, String> commitData() {
    Map<String, String> data = new LinkedHashMap<>();
    data.put(FORMAT_KEY, format);
    data.put(ANALYSIS_KEY, analysis);
    data.put(CONFIG_KEY, config);
    return data;
  }

  /**
   * Checks that an index with this stamp can be used by an engine with the other.
   *
   * @throws IndexException if not, saying what differs and what to do
   */
  public void requireUsableBy(Stamp engine, Path index) {
    requireUsableBy(engine, index.toString());
  }

  /** As {@link #requireUsableBy(Stamp, Path)}, of an index that may have another address. */
  public void requireUsableBy(Stamp engine, String index) {
    String rebuild = " Build it again: fihris index " + index + " SOURCE... --rebuild";
    if (!format.equals(engine.format)) {
      throw new IndexException(
          index
              + ": the index has format "
              + format
              + ", this version of Fihris reads format "
              + engine.format
              + "."
              + rebuild);
    }
    if (!analysis.equals(engine.analysis)) {
      throw new IndexException(
          index
              + ": the index was built with version "
              + analysis
              + " of the Arabic analysis, this version of Fihris has version "
              + engine.analysis
              + "."
              + rebuild);
    }
    if (!config.equals(engine.config)) {
      throw new IndexException(
          index
              + ": the index was built with another index-config (fingerprint "
              + config
              + ", here "
              + engine.config
              + "). Name the folder it was built with (--config FOLDER), or"
              + rebuild.replaceFirst("^ B", " b"));
    }
  }
}
