package org.fihris.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.apitests.Testdata;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.saved.SavedSearch;
import org.fihris.server.NewsServer;
import org.fihris.server.ServerOptions;

/**
 * A server over the articles of {@code testdata/} and one that means harm: one for all tests. They
 * lie in a folder, or on the cluster that the property {@code fihris.cluster} names; what that does
 * not offer yet is tested by what is tagged {@link #FOLDER}.
 */
final class Site implements AutoCloseable {

  /** The tag of tests of what only the index of a folder offers. */
  static final String FOLDER = "folder";

  /** The id of an article whose every part is markup; and an address, as many ids are. */
  static final String HOSTILE = "https://harm.example/news?id=1&x=<b>";

  static final String HOSTILE_TITLE = "<script>alert('عنوان')</script> \" onmouseover=\"alert(1)";

  private final Path folder;
  private final NewsServer server;

  private Site(Path folder, NewsServer server) {
    this.folder = folder;
    this.server = server;
  }

  static Site start() throws IOException {
    Path folder = Files.createTempDirectory("fihris-pages");
    NewsIndex index = Testdata.index(folder.resolve("news.idx"));
    try (NewsWriter writer = index.writer()) {
      writer.add(hostile());
      writer.commit();
    }
    index.buildSuggestions();
    index
        .savedSearches()
        .add(
            List.of(
                SavedSearch.of("الكرملين", "بوتين OR الكرملين"),
                SavedSearch.of("<i>هجوم</i>", "\"<script>\"")));
    String cluster = System.getProperty("fihris.cluster");
    NewsIndex served = cluster == null ? index : onCluster(index, URI.create(cluster));
    return new Site(folder, NewsServer.start(served, ServerOptions.usual().withPort(0)));
  }

  /** The same articles on the cluster that tests are given. */
  private static NewsIndex onCluster(NewsIndex index, URI node) {
    NewsIndex copy =
        NewsIndex.open(
            URI.create(
                "opensearch://%s:%d/pages-%d"
                    .formatted(node.getHost(), node.getPort(), System.currentTimeMillis())));
    index.copyTo(copy, (done, all) -> {});
    return copy;
  }

  private static Article hostile() {
    return Article.of(
            HOSTILE,
            HOSTILE_TITLE,
            "نص <script>alert('متن')</script> وفيه <img src=x onerror=alert(2)> و&lt;b&gt; نفسها.\n"
                + "سطر ثان فيه كلمة مفخخة و</p></article><style>body{display:none}</style>.")
        .withSource("<u>منفذ</u>")
        .withCategory("\"><svg onload=alert(3)>")
        .withUrl("javascript:alert(4)")
        .withDate(
            new PublicationDate.Known(
                LocalDate.of(2024, 2, 29), null, PublicationDate.Method.METADATA));
  }

  String address() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  public void close() {
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
