package org.fihris.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.fihris.index.IndexException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address of a cluster is, and that no secret is in what is printed. */
class ClusterAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          opensearch://localhost:9201/news                  | opensearch://localhost:9201/news
          opensearch://a.example/news                       | opensearch://a.example:9200/news
          opensearch+https://a:1,b:2,c/news-2025            | opensearch+https://a:1,b:2,c:9200/news-2025
          OpenSearch://10.0.0.1:9200,10.0.0.2:9200/x        | opensearch://10.0.0.1:9200,10.0.0.2:9200/x
          opensearch://[::1]/x                             | opensearch://[::1]:9200/x
          """)
  void anAddressIsReadAndPrinted(String text, String printed) {
    ClusterAddress address = ClusterAddress.parse(text);
    assertThat(address).hasToString(printed);
    assertThat(ClusterAddress.parse(printed)).isEqualTo(address);
    assertThat(ClusterAddress.isOne(text)).isTrue();
  }

  @Test
  void itsPartsAreThere() {
    ClusterAddress address = ClusterAddress.parse("opensearch+https://a:1,b/news");
    assertThat(address.tls()).isTrue();
    assertThat(address.index()).isEqualTo("news");
    assertThat(address.nodes())
        .isEqualTo(List.of(new ClusterAddress.Node("a", 1), new ClusterAddress.Node("b", 9200)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://a:9200/news              | begins with opensearch://
          news.idx                        | begins with opensearch://
          opensearch:news                 | names no node
          opensearch://a:9200             | names no index
          opensearch://a:9200/            | names no index
          opensearch://a:0/news           | the port of a:0
          opensearch://a:70000/news       | the port of a:70000
          opensearch://a:x/news           | the port of a:x
          opensearch://a:9200,/news       | is no node
          opensearch://::1/news           | is no node
          opensearch://a/News             | lower case
          opensearch://a/_news            | cannot begin with _
          opensearch://a/.news            | cannot begin with .
          opensearch://a/..               | a dot or two
          opensearch://a/news/more        | cannot have "/" in it
          opensearch://a/a,b              | cannot have "," in it
          opensearch://a/n%20s            | cannot have " " in it
          opensearch://a/news?x=1         | ends with the index
          opensearch://a/ne ws            | not a well-formed address
          """)
  void whatIsNoneIsToldWithItsForm(String text, String message) {
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(() -> ClusterAddress.parse(text))
        .withMessageContaining(message)
        .withMessageContaining("opensearch://host:9200,host:9200/index");
  }

  @Test
  void aNameIsNoLongerThan255Bytes() {
    String base = "opensearch://a/";
    assertThat(ClusterAddress.parse(base + "n".repeat(255)).index()).hasSize(255);
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(() -> ClusterAddress.parse(base + "n".repeat(256)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opensearch://admin:s3cret@a:9200/news",
        "opensearch+https://admin:s3cret@a:9200,b/news",
        "opensearch://s3cret@a/news",
        "opensearch://admin:s3cret@a:9200/ne ws",
        "opensearch://a,admin:s3cret@b/news"
      })
  void aPasswordIsRefusedAndNotRepeated(String text) {
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(() -> ClusterAddress.parse(text))
        .satisfies(
            e -> {
              assertThat(e.getMessage()).doesNotContain("s3cret").doesNotContain("admin");
              assertThat(e.getCause()).isNull();
            });
    if (!text.contains(" ")) {
      assertThatExceptionOfType(IndexException.class)
          .isThrownBy(() -> ClusterAddress.parse(text))
          .withMessageContaining("FIHRIS_OPENSEARCH_USER")
          .withMessageContaining("FIHRIS_OPENSEARCH_PASSWORD");
    }
  }

  @Test
  void whatTheEnvironmentHoldsIsNotPrinted() {
    ClusterAccess access =
        ClusterAccess.of(Map.of(ClusterAccess.USER, "admin", ClusterAccess.PASSWORD, "s3cret"));
    assertThat(access.toString()).doesNotContain("admin").doesNotContain("s3cret");
    assertThat(access.authorization()).isEqualTo("Basic YWRtaW46czNjcmV0");
    assertThat(ClusterAccess.of(Map.of()).authorization()).isNull();
  }

  @Test
  void halfOfAUserIsTold() {
    assertThatExceptionOfType(IndexException.class)
        .isThrownBy(() -> ClusterAccess.of(Map.of(ClusterAccess.PASSWORD, "s3cret")))
        .withMessageContaining("FIHRIS_OPENSEARCH_USER is not")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
  }
}
