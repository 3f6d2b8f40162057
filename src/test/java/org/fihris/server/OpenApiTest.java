package org.fihris.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fihris.NewsIndex;
import org.fihris.saved.SavedSearch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document that describes the API and the running server agree, in both directions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenApiTest {
  private static final String DOCUMENT = "https://fihris.test/openapi";
  private static final String TOKEN = "a-token-of-some-length";

  private Served open;
  private Served guarded;
  private JsonNode document;
  private SchemaRegistry schemas;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    NewsIndex index = Served.index(folder);
    index.savedSearches().add(List.of(SavedSearch.of("قمة", "قمة الرياض")));
    ServerOptions options = ServerOptions.usual();
    open =
        Served.start(
            index,
            options.withLimits(
                options.limits().withRequests(1, 0).withRequestTime(Duration.ofMinutes(1))));
    guarded = Served.start(index, options.withToken(AccessToken.of(TOKEN)));
    document = new YAMLMapper().readTree(open.get("/v1/openapi.yaml").body());
    schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(DOCUMENT, document.toString())));
  }

  @AfterAll
  void stop() {
    open.close();
    guarded.close();
  }

  /** A path of the document with an address that it stands for. */
  record Operation(String path, JsonNode item) {
    JsonNode get() {
      return item.get("get");
    }

    JsonNode responses() {
      return get().get("responses");
    }

    @Override
    public String toString() {
      return path;
    }
  }

  private Stream<Operation> operations() {
    return document
        .get("paths")
        .propertyStream()
        .map(entry -> new Operation(entry.getKey(), entry.getValue()));
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }

  private List<JsonNode> parameters(Operation operation, String in) {
    return Stream.of(operation.item, operation.get())
        .filter(owner -> owner.has("parameters"))
        .flatMap(owner -> StreamSupport.stream(owner.get("parameters").spliterator(), false))
        .map(this::resolved)
        .filter(parameter -> parameter.get("in").asString().equals(in))
        .toList();
  }

  private String address(Operation operation) {
    String address = operation.path;
    for (JsonNode parameter : parameters(operation, "path")) {
      address =
          address.replace(
              "{" + parameter.get("name").asString() + "}",
              Served.encoded(parameter.get("example").asString()));
    }
    return address;
  }

  private void assertIsAsDescribed(Operation operation, HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    JsonNode described = operation.responses().get(String.valueOf(status));
    assertThat(described).as(operation + " " + status).isNotNull();
    described = resolved(described);
    if (!described.has("content")) {
      assertThat(response.body()).isEmpty();
      return;
    }
    String type = response.headers().firstValue("Content-Type").orElseThrow();
    Map.Entry<String, JsonNode> content =
        described.get("content").propertyStream().findFirst().orElseThrow();
    assertThat(type.split(";")[0]).isEqualTo(content.getKey());
    if (type.contains("json")) {
      assertThat(faults(content.getValue().get("schema"), response.body()))
          .as(operation + " " + status + "\n" + response.body())
          .isEmpty();
    }
    boolean kept = !response.headers().allValues("Cache-Control").contains("no-store");
    if (described.has("headers") && (kept || status != 200)) {
      described
          .get("headers")
          .propertyNames()
          .forEach(name -> assertThat(response.headers().firstValue(name)).isPresent());
    }
  }

  private List<String> faults(JsonNode schema, String json) {
    Schema compiled =
        schemas.getSchema(SchemaLocation.of(DOCUMENT + schema.get("$ref").asString()));
    List<Error> errors = compiled.validate(json, InputFormat.JSON);
    return errors.stream().map(Error::toString).toList();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void itAnswersAsDescribed(Operation operation) {
    assertIsAsDescribed(operation, open.get(address(operation)), 200);
    for (JsonNode parameter : parameters(operation, "query")) {
      if (parameter.has("example")) {
        assertIsAsDescribed(operation, open.get(address(operation) + "?" + query(parameter)), 200);
      }
    }
  }

  private static String query(JsonNode parameter) {
    String name = parameter.get("name").asString();
    JsonNode example = parameter.get("example");
    List<String> pairs = new ArrayList<>();
    if (example.isArray()) {
      example.forEach(value -> pairs.add(name + "=" + Served.encoded(value.asString())));
    } else {
      pairs.add(name + "=" + Served.encoded(example.asString()));
    }
    if (name.equals("half-life") || name.equals("as-of")) {
      pairs.add("sort=recent");
    }
    return String.join("&", pairs);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void itAnswersAsDescribedWithEverythingAskedFor(Operation operation) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    parameters(operation, "query").stream()
        .filter(parameter -> parameter.has("example"))
        .forEach(parameter -> all.put(parameter.get("name").asString(), parameter));
    List.of("half-life", "as-of", "sort", "person", "source", "place", "organisation", "category")
        .forEach(all::remove);
    String query = all.values().stream().map(OpenApiTest::query).collect(Collectors.joining("&"));

    HttpResponse<String> response = open.get(address(operation) + "?" + query);

    assertIsAsDescribed(operation, response, 200);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void itSaysWhatHasNotChanged(Operation operation) {
    HttpResponse<String> first = open.get(address(operation));
    boolean described = operation.responses().has("304");

    assertThat(first.headers().firstValue("ETag").isPresent()).isEqualTo(described);
    if (described) {
      String tag = first.headers().firstValue("ETag").orElseThrow();
      assertIsAsDescribed(operation, open.get(address(operation), "If-None-Match", tag), 304);
      assertIsAsDescribed(
          operation, open.get(address(operation), "If-None-Match", "W/\"another\", " + tag), 304);
      assertIsAsDescribed(
          operation, open.get(address(operation), "If-None-Match", "W/\"another\""), 200);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void itRefusesAsDescribed(Operation operation) {
    String address = address(operation);
    if (operation.responses().has("400")) {
      assertIsAsDescribed(operation, open.get(address + "?colour=red"), 400);
    }
    if (operation.responses().has("404")) {
      String missing = address.substring(0, address.lastIndexOf('/')) + "/there-is-none";
      assertIsAsDescribed(operation, open.get(missing), 404);
    }
    assertIsAsDescribed(operation, open.send("DELETE", address), 405);
    assertIsAsDescribed(
        operation,
        open.send(
            HttpRequest.newBuilder(open.uri(address))
                .POST(HttpRequest.BodyPublishers.ofString("body"))
                .build()),
        413);
    if (operation.responses().has("401")) {
      assertIsAsDescribed(operation, guarded.get(address), 401);
      assertThat(guarded.get(address, "Authorization", "Bearer " + TOKEN).statusCode())
          .isEqualTo(200);
    } else {
      assertThat(guarded.get(address).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void itIsBusyAsDescribed(Operation operation) {
    boolean works = !operation.responses().has("503") || operation.path.startsWith("/health/");

    open.whileBusy(
        () -> assertIsAsDescribed(operation, open.get(address(operation)), works ? 200 : 503));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void itAnswersHeadWithTheHeadersOfGet(Operation operation) {
    HttpResponse<String> get = open.get(address(operation));
    HttpResponse<String> head = open.send("HEAD", address(operation));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Type"))
        .isEqualTo(get.headers().firstValue("Content-Type"));
    assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
  }

  @Test
  void theParametersOfTheServerAreThoseOfTheDocument() {
    Map<String, Set<String>> described = new LinkedHashMap<>();
    operations()
        .filter(operation -> operation.path.startsWith("/v1/"))
        .filter(operation -> !operation.path.equals("/v1/openapi.yaml"))
        .forEach(
            operation ->
                described.put(
                    operation.path,
                    parameters(operation, "query").stream()
                        .map(parameter -> parameter.get("name").asString())
                        .collect(Collectors.toCollection(TreeSet::new))));
    Map<String, Set<String>> known = new LinkedHashMap<>();
    open.server.api().names().forEach((path, names) -> known.put(path, new TreeSet<>(names)));

    assertThat(known).isEqualTo(described);
  }

  @Test
  void theAnswersOfTheTestHaveWhatIsDescribed() {
    JsonNode hits =
        open.json("/v1/search?q=" + Served.encoded("قمة") + "&facet=person&facet=month");
    assertThat(hits.at("/hits/0/snippets/0/marks/0").size()).isEqualTo(2);
    assertThat(hits.at("/hits/0/entities/place").size()).isPositive();
    assertThat(hits.at("/facets/person/0/value").asString()).isEqualTo("donald-trump");
    assertThat(
            open.json("/v1/suggest?q=" + Served.encoded("قم")).at("/suggestions/0").isMissingNode())
        .isFalse();
    assertThat(open.json("/v1/similar/a-1").at("/similar/0/words").size()).isPositive();
    assertThat(open.json("/v1/timeline/a-1").at("/days/0/reports/0/reprints/0/id").asString())
        .isEqualTo("a-2");
    JsonNode entity = open.json("/v1/entity/riyadh?min-together=1");
    assertThat(entity.at("/related/0/lift").asDouble()).as(entity.toString()).isPositive();
    assertThat(open.json("/v1/article/a-1?q=" + Served.encoded("قمة")).at("/marks/title/0/word"))
        .isNotNull();
    assertThat(open.json("/v1/saved").at("/searches/0/name").asString()).isEqualTo("قمة");
    assertThat(open.json("/v1/search?limit=1").get("next").asString()).isNotEmpty();
    assertThat(
            open.json(
                    "/v1/search?limit=1&after="
                        + open.json("/v1/search?limit=1").get("next").asString())
                .at("/hits/0/id")
                .asString())
        .isNotEmpty();
  }

  @Test
  void anArticleWhoseIdIsAnAddressIsFound() {
    assertThat(open.json("/v1/article/" + Served.encoded(Served.ADDRESS)).get("id").asString())
        .isEqualTo(Served.ADDRESS);
    assertThat(open.get("/v1/similar/" + Served.encoded(Served.ADDRESS)).statusCode())
        .isEqualTo(200);
  }
}
