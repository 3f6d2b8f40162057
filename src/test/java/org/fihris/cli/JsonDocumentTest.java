package org.fihris.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fihris.cli.Ran.fihris;
import static org.fihris.cli.Ran.fihrisReading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fihris.apitests.Testdata;
import org.fihris.cluster.FakeCluster;
import org.fihris.training.Sample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds {@code docs/json.md} and what the commands print together. */
class JsonDocumentTest {
  private static final Path DOCUMENT = Path.of("docs/json.md");

  @TempDir private static Path folder;
  private static Path index;
  private static Map<String, List<JsonNode>> printed;

  @BeforeAll
  static void runEveryCommand() throws IOException {
    index = folder.resolve("news.idx");
    printed = new TreeMap<>();
    printed.put("index", index(Testdata.SOURCES).objects());
    printed.put("search", search());
    printed.put("export", export());
    printed.put("facets", facets());
    printed.put("suggest", fihris("suggest", index, "ا", "-n", "100", "--json").objects());
    printed.put("explain", explain());
    printed.put("extract", extract());
    printed.put("extract --why", why());
    printed.put("show", show());
    printed.put("show --query", read());
    explore();
    stories();
    alerts();
    printed.put("stats", fihris("stats", index, "--json").objects());
    printed.put("sources", sources());
    printed.put("verify", verify());
    printed.put("push", push());
    printed.put("delete", fihris("delete", index, "sj-0089", "--json").objects());
    printed.put("eval", eval());
    printed.put("analyze", fihris("analyze", "وللمسؤولين الأميركيين", "--json").objects());
    printed.put(
        "dates", fihrisReading("يوم 13 فبراير 2025 15:30 بتوقيت غرينتش\n", "dates").objects());
    printed.put("entities", fihrisReading("وقال ترمب\nفي مصر\n", "entities").objects());
    printed.put("train-entities", train());
    printed.put("rejects", rejects());
  }

  @TestFactory
  Stream<DynamicTest> everyCommandPrintsTheKeysOfItsExample() throws IOException {
    return examples().entrySet().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getKey(),
                    () -> assertSameShape(printed(example.getKey()), example.getValue())));
  }

  @Test
  void everyCommandThatPrintsJsonHasAnExample() throws IOException {
    assertThat(examples().keySet()).isEqualTo(printed.keySet());
  }

  @Test
  void articlesAlwaysHaveWhatTheDocumentSays() {
    assertThat(printed("show"))
        .allSatisfy(
            article ->
                assertThat(article.propertyNames())
                    .contains("id", "title", "text", "date_method", "entities"));
  }

  @Test
  void positionsCountUtf16UnitsOfTheText() {
    for (JsonNode line : printed("entities")) {
      for (JsonNode entity : line.get("entities")) {
        assertThat(span(line, entity)).isEqualTo(entity.get("text").asString());
      }
    }
    JsonNode dates = printed("dates").getFirst();
    assertThat(span(dates, dates.get("dates").get(0))).isEqualTo("13 فبراير 2025");
    assertThat(span(dates, dates.get("times").get(0))).isEqualTo("15:30 بتوقيت غرينتش");
  }

  private static List<JsonNode> printed(String command) {
    return requireNonNull(printed.get(command), () -> "nothing was printed by " + command);
  }

  private static String span(JsonNode line, JsonNode mention) {
    return line.get("text")
        .asString()
        .substring(mention.get("start").asInt(), mention.get("end").asInt());
  }

  private static Ran index(List<Path> sources) {
    List<Object> arguments = new ArrayList<>(List.of("index", index, "--json"));
    arguments.addAll(sources);
    return fihris(arguments);
  }

  private static List<JsonNode> push() throws IOException {
    try (FakeCluster cluster = new FakeCluster(1)) {
      String address = cluster.address("news");
      List<JsonNode> printed = new ArrayList<>(fihris("push", index, address, "--json").objects());
      Path back = folder.resolve("back.idx");
      printed.addAll(fihris("pull", address, back, "--json").objects());
      return printed;
    }
  }

  private static List<JsonNode> search() {
    List<JsonNode> answers = new ArrayList<>();
    answers.addAll(fihris("search", index, "\"مكالمة بوتين ترمب", "--json").objects());
    answers.addAll(fihris("search", index, "مصر", "--json").objects());
    answers.addAll(fihris("search", index, "مصر", "-n", "2", "--json").objects());
    answers.addAll(fihris("search", index, "غرب تركيا", "--json").objects());
    answers.addAll(fihris("search", index, "بوتسين", "--json").objects());
    answers.addAll(fihris("search", index, "ترامببب", "مصر", "--json").objects());
    return answers;
  }

  private static List<JsonNode> explain() {
    String hit = fihris("search", index, "ترمب", "--json").object().at("/hits/0/id").asString();
    List<JsonNode> answers = new ArrayList<>();
    answers.addAll(fihris("explain", index, "\"ترمب", "--id", hit, "--json").objects());
    answers.addAll(fihris("explain", index, "كسوف", "--id", hit, "--json").objects());
    answers.addAll(
        fihris("explain", index, "ترمب", "--id", hit, "--sort", "recent", "--json").objects());
    return answers;
  }

  private static List<JsonNode> export() throws IOException {
    Path own = folder.resolve("export.idx");
    List<Object> sources = new ArrayList<>(List.of("index", own, fullRecord()));
    sources.addAll(Testdata.SOURCES);
    fihris(sources);
    return fihris("export", own, "مصر OR قمة OR ترمب", "--fields", "all").objects();
  }

  private static List<JsonNode> facets() {
    List<JsonNode> answers = new ArrayList<>();
    for (String dimension :
        List.of(
            "date",
            "quarter",
            "month",
            "week",
            "day",
            "source",
            "category",
            "person",
            "place",
            "organisation")) {
      answers.addAll(fihris("facets", index, "--dim", dimension, "--json").objects());
    }
    return answers;
  }

  private static List<JsonNode> extract() throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("extract"));
    arguments.addAll(Testdata.SOURCES);
    arguments.add(fullRecord());
    return fihris(arguments).objects();
  }

  private static List<JsonNode> why() {
    return fihris("extract", "--why", Testdata.FOLDER.resolve("dumps")).objects();
  }

  /** A record that gives everything a record can give. */
  private static Path fullRecord() throws IOException {
    return Files.writeString(
        folder.resolve("full.jsonl"),
        """
        {"id": "1", "url": "https://example.org/2025/05/12/1", "title": "قمة في الرياض", \
        "summary": "القادة يبحثون", "text": "عقدت في الرياض قمة بحضور ترمب.", \
        "date": "2025-05-13", "source": "الأفق", "author": "سلمى", "category": "سياسة", \
        "parent_id": "0"}
        """);
  }

  private static List<JsonNode> show() throws IOException {
    index(List.of(fullRecord()));
    List<JsonNode> articles = new ArrayList<>();
    List<JsonNode> secondsAndRecords =
        printed("extract").stream()
            .filter(
                article ->
                    Stream.of("parent_id", "subtitle", "captions", "tags", "agencies", "category")
                        .anyMatch(article::has))
            .toList();
    for (JsonNode article : secondsAndRecords) {
      articles.addAll(fihris("show", index, article.get("id").asString(), "--json").objects());
    }
    return articles;
  }

  /** What is printed beside that of {@code show}. */
  private static List<JsonNode> read() {
    List<JsonNode> read = new ArrayList<>();
    for (JsonNode article : printed("show")) {
      String query = article.get("title").asString() + " \"ترمب";
      ObjectNode all =
          (ObjectNode)
              fihris("show", index, article.get("id").asString(), "--query", query, "--json")
                  .object();
      all.retain("query", "marks", "warnings");
      read.add(all);
    }
    return read;
  }

  private static List<JsonNode> sources() throws IOException {
    Path other = folder.resolve("other.idx");
    Path old = Files.copy(Testdata.FOLDER.resolve("news.jsonl"), folder.resolve("old.jsonl"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2025-02-13T09:30:00Z")));
    fihris("index", other, Testdata.FOLDER.resolve("broken"), old);
    return fihris("sources", other, "--json").objects();
  }

  /** Asks about an entity into which another was merged, then takes the edits back. */
  private static void explore() {
    correct("merge", "ukraine", "russia");
    correct("rename", "russia", "--ar", "روسيا الاتحادية");
    correct("split", "egypt", "مصر", "egypt-2");
    correct("hide", "qatar");
    correct("add", "russia", "موسكوفيا");
    printed.put("alias list", fihris("alias", index, "list", "--json").objects());
    printed.put("alias propose", proposals());
    printed.put(
        "entity", fihris("entity", index, "russia", "--min-together", "1", "--json").objects());
    printed.put(
        "related", fihris("related", index, "russia", "--min-together", "1", "--json").objects());
    printed.put(
        "trends",
        fihris(
                "trends",
                index,
                "--earlier",
                "2024",
                "--later",
                "2025",
                "--min-articles",
                "1",
                "--json")
            .objects());
    printed.put("graph", fihris("graph", index, "--min-together", "1").objects());
    for (int i = 0; i < 5; i++) {
      correct("undo");
    }
  }

  private static void stories() {
    printed.put("similar", fihris("similar", index, "md-560011", "--json").objects());
    // Every report of the same days, so that one with reprints is among them.
    printed.put(
        "timeline",
        fihris("timeline", index, "md-560011", "--likeness", "0", "--days", "3660", "--json")
            .objects());
    printed.put(
        "significant",
        fihris("significant", index, "ترمب", "--min-stories", "1", "--json").objects());
  }

  /** Reports the articles of an index that had only one before. */
  private static void alerts() throws IOException {
    Path other = folder.resolve("alerts.idx");
    fihris("index", other, fullRecord());
    fihris("saved", other, "add", "ترامب", "ترمب", "--from", "2020-01-01", "--undated-too");
    Path file = folder.resolve("alerts.jsonl");
    fihris("index", other, Testdata.FOLDER.resolve("news.jsonl"), "--alerts", file);
    fihris("index", other, Testdata.FOLDER.resolve("dumps"), "--alerts", file);
    printed.put("index --alerts", Files.readAllLines(file).stream().map(Ran::parse).toList());
    printed.put("saved list", fihris("saved", other, "list", "--json").objects());
  }

  /** An outlet writes فيليب and another فيليبي, with the same club and the same coach. */
  private static List<JsonNode> proposals() {
    Path own = folder.resolve("spellings.idx");
    try {
      Path news =
          Files.writeString(
              folder.resolve("spellings.jsonl"),
              """
              {"id": "a", "title": "كوتينيو", "text": "سجل فيليب كوتينيو هدفا لفريق برشلونة أمام إشبيلية وأشاد به إرنستو فالفيردي أمس."}
              {"id": "b", "title": "كوتينيو", "text": "غاب فيليبي كوتينيو عن مباراة برشلونة مع إشبيلية كما قال إرنستو فالفيردي."}
              {"id": "c", "title": "القاهرة", "text": "استقبل الرئيس وفدا من الأردن في القاهرة وبحث معه التجارة."}
              {"id": "d", "title": "الطقس", "text": "هطلت أمطار غزيرة على البلاد في الأسبوع الأول من الشهر."}
              {"id": "e", "title": "الطقس", "text": "هطلت أمطار غزيرة على البلاد في الأسبوع الثاني من الشهر."}
              {"id": "f", "title": "الطقس", "text": "هطلت أمطار غزيرة على البلاد في الأسبوع الثالث من الشهر."}
              {"id": "g", "title": "الطقس", "text": "هطلت أمطار غزيرة على البلاد في الأسبوع الرابع من الشهر."}
              {"id": "h", "title": "الطقس", "text": "هطلت أمطار غزيرة على البلاد في الأسبوع الأخير من الشهر."}
              {"id": "i", "title": "الطقس", "text": "هطلت أمطار غزيرة على البلاد في الأسبوع الماضي من الشهر."}
              """);
      assertThat(fihris("index", own, news).exit()).isZero();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return fihris("alias", own, "propose", "--json").objects();
  }

  private static void correct(Object... what) {
    List<Object> arguments = new ArrayList<>(List.of("alias", index));
    arguments.addAll(List.of(what));
    Ran ran = fihris(arguments);
    assertThat(ran.exit()).as("%s", ran).isZero();
  }

  private static List<JsonNode> verify() {
    return fihris("verify", index, "--json").objects();
  }

  private static List<JsonNode> eval() throws IOException {
    Path qrels = Files.writeString(folder.resolve("qrels"), "1 0 a 1\n");
    Path run = Files.writeString(folder.resolve("run"), "1 Q0 a 1 2.5 fihris\n");
    return fihris("eval", qrels, run, "--json").objects();
  }

  private static List<JsonNode> train() throws IOException {
    Path labelled = Files.writeString(folder.resolve("labelled"), Sample.conll());
    return fihris(
            "train-entities",
            labelled,
            "--held-out",
            labelled,
            "--output",
            folder.resolve("tagger.bin"),
            "--json")
        .objects();
  }

  private static List<JsonNode> rejects() throws IOException {
    Path file = folder.resolve("rejects.jsonl");
    Path broken = Testdata.FOLDER.resolve("broken");
    assertThat(fihris("extract", broken, "--rejects", file).exit()).isZero();
    return Files.readAllLines(file).stream().map(Ran::parse).toList();
  }

  /** The examples of the document by section; that of the file of rejects stands under index. */
  private static Map<String, JsonNode> examples() throws IOException {
    Map<String, JsonNode> examples = new TreeMap<>();
    for (String section : Files.readString(DOCUMENT).split("\n## ")) {
      String name = section.lines().findFirst().orElseThrow();
      String[] blocks = section.split("```json\n");
      for (int i = 1; i < blocks.length; i++) {
        JsonNode example = Ran.parse(blocks[i].substring(0, blocks[i].indexOf("```")));
        examples.put(i == 1 ? name : "rejects", example);
      }
      if (section.contains("As `show`, without `group` and `entities`")) {
        ObjectNode show = ((ObjectNode) requireNonNull(examples.get("show"))).deepCopy();
        show.remove("group");
        show.remove("entities");
        examples.put(name, show);
      }
    }
    return examples;
  }

  private static void assertSameShape(List<JsonNode> printed, JsonNode example) {
    Map<String, TreeSet<String>> wanted = new TreeMap<>();
    collect("", example, wanted);
    Map<String, TreeSet<String>> found = new TreeMap<>();
    printed.forEach(object -> collect("", object, found));
    // An empty list in the example says that its elements are shown elsewhere.
    wanted.entrySet().stream()
        .filter(e -> e.getValue().contains("list") && !wanted.containsKey(e.getKey() + "[]"))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(list -> found.keySet().removeIf(key -> key.startsWith(list + "[]")));
    assertThat(found.keySet()).as("keys").isEqualTo(wanted.keySet());
    wanted.forEach(
        (path, types) -> {
          if (!types.contains("null")) {
            TreeSet<String> known = requireNonNull(found.get(path));
            known.remove("null"); // what the example gives may be unknown elsewhere
            assertThat(known).as("types of " + path).isEqualTo(types);
          }
        });
  }

  /** Notes the type of every value by its path, as {@code hits[].snippets[].text}. */
  private static void collect(String path, JsonNode node, Map<String, TreeSet<String>> types) {
    types.computeIfAbsent(path, p -> new TreeSet<>()).add(type(node));
    node.properties().forEach(e -> collect(path + "." + e.getKey(), e.getValue(), types));
    if (node.isArray()) {
      node.forEach(element -> collect(path + "[]", element, types));
    }
  }

  private static String type(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "list";
      case OBJECT -> "object";
      case NULL -> "null";
      case NUMBER -> "number";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case BINARY, MISSING, POJO -> throw new AssertionError(node);
    };
  }
}
