package org.fihris.article;

import java.util.List;
import org.fihris.config.ConfigException;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.HtmlPage;
import org.fihris.corpus.PageDump;
import org.fihris.corpus.PageRecord;
import org.fihris.corpus.RawPage;
import org.fihris.entity.Gazetteer;

/**
 * Makes articles of pages: finds headline, summary, body, publication date and source, and leaves
 * out what the site put around them. Immutable, safe for any number of threads.
 */
public final class PageExtractor {

  private final DumpExtraction dumps;
  private final RecordExtraction records;
  private final HtmlExtraction html;

  PageExtractor(Tables tables) {
    this.dumps = new DumpExtraction(tables);
    this.records = new RecordExtraction(tables);
    this.html = new HtmlExtraction(tables);
  }

  /**
   * An extractor with the phrases and outlets of a configuration.
   *
   * @throws ConfigException if a line of {@code boilerplate.txt}, {@code sources.tsv}, {@code
   *     repeated-lines.tsv} or a table of entities is faulty
   */
  public static PageExtractor of(IndexConfig config) {
    return of(config, Gazetteer.of(config));
  }

  /**
   * As {@link #of(IndexConfig)}, for a caller that has read the entities already.
   *
   * @throws ConfigException if a line of {@code boilerplate.txt}, {@code sources.tsv} or {@code
   *     repeated-lines.tsv} is faulty
   */
  public static PageExtractor of(IndexConfig config, Gazetteer gazetteer) {
    return new PageExtractor(
        Tables.of(Boilerplate.of(config), Outlets.of(config), RepeatedLines.of(config), gazetteer));
  }

  /**
   * The article of a page; two or more where others stand on it, each with the first one's id as
   * its parent; or the one rejection that says why there is none. Never empty, never throws.
   *
   * <p>The id is the one that the page gives, else its URL, else a hash of title and text.
   */
  public List<Extraction> extract(RawPage page) {
    return explain(page).made();
  }

  /** As {@link #extract}, and for each line of the page what became of it, and why. */
  public Explanation explain(RawPage page) {
    return switch (page) {
      case PageRecord pageRecord ->
          new Explanation(List.of(records.extract(pageRecord)), List.of());
      case PageDump dump -> dumps.explain(dump);
      case HtmlPage htmlPage -> html.explain(htmlPage);
    };
  }
}
