package org.fihris.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.apitests.Testdata;
import org.fihris.article.Article;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.Corpus;
import org.fihris.corpus.ReadOptions;
import org.fihris.ingest.CorpusRunOptions;
import org.fihris.search.NewsSearcher;

/**
 * The same articles in a folder and on the cluster of {@code -Dfihris.cluster}: those of {@code
 * testdata/}, or those of the source that {@code -Dfihris.cluster.corpus=PATH} names.
 *
 * @param isLarge whether the articles are not those of testdata
 */
public record TwoIndexes(
    Path path, ClusterAddress address, NewsSearcher local, NewsSearcher cluster, boolean isLarge)
    implements AutoCloseable {

  /** Persons of two spellings, whom testdata does not have. */
  private static final List<String> SPELLINGS =
      List.of(
          "سجل فيليب كوتينيو هدفا بعد تمريرة من ليونيل ميسي في البرازيل.",
          "قال إرنستو فالفيردي إن فيليب كوتينيو وليونيل ميسي بخير.",
          "غاب فيليبي كوتينيو وليونيل ميسي كما قال إرنستو فالفيردي في البرازيل.",
          "التقى ميكي روزنفلد عضو الكنيست يوئيل حسون في القدس.",
          "قال ميكي روزنفلد إن يوئيل حسون في القدس.",
          "نفى ميكي روزنفيلد ما قاله يوئيل حسون في القدس.");

  public static TwoIndexes in(Path folder) {
    return in(folder, List.of());
  }

  /** With further articles about {@link #SPELLINGS}. */
  public static TwoIndexes withSpellings(Path folder) {
    return in(folder, SPELLINGS);
  }

  private static TwoIndexes in(Path folder, List<String> more) {
    Path path = folder.resolve("news.idx");
    String corpus = System.getProperty("fihris.cluster.corpus");
    if (corpus == null) {
      Testdata.index(path);
    } else {
      try (NewsWriter writer = NewsIndex.open(path).writer()) {
        writer.addAll(
            Corpus.of(List.of(Path.of(corpus)), ReadOptions.defaults()),
            CorpusRunOptions.defaults().withThreads(2),
            rejected -> {});
      }
    }
    try (NewsWriter writer = NewsIndex.open(path).writer()) {
      for (String text : more) {
        writer.add(Article.of("more-" + more.indexOf(text), "خبر", text));
      }
      writer.commit();
    }
    String base = System.getProperty("fihris.cluster").replaceFirst("^http", "opensearch");
    int end = base.indexOf('/', base.indexOf("://") + 3);
    ClusterAddress address =
        ClusterAddress.parse(
            (end < 0 ? base : base.substring(0, end))
                + "/fihris-answers-"
                + Long.toString(System.nanoTime(), 36));
    NewsIndex remote =
        NewsIndex.open(
            URI.create(address.toString()), IndexConfig.packaged(), new ClusterOptions(2, 1));
    NewsIndex.open(path).copyTo(remote, (done, total) -> {});
    return new TwoIndexes(
        path, address, NewsIndex.open(path).searcher(), remote.searcher(), corpus != null);
  }

  /** Closes both, and deletes the one on the cluster. */
  @Override
  public void close() {
    cluster.close();
    local.close();
    try (ClusterConnection connection = ClusterConnection.open(address, IndexConfig.packaged())) {
      connection.ask("DELETE", connection.ofIndex(""));
    }
  }
}
