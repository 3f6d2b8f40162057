package org.fihris.cli;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fihris.cli.Ran.fihris;
import static org.fihris.cli.Ran.fihrisReading;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What users get wrong: each time one clear sentence that names the thing and what to do, exit code
 * 2 (1 where there was merely nothing), nothing on standard output, and nothing lost.
 */
class BadInputTest {
  private static final int ARTICLES = 3;

  @TempDir private static Path shared;

  /** A folder with everything that the cases need, in which each is run. */
  private static Path room;

  @TempDir private Path own;

  @BeforeAll
  static void furnish() throws IOException {
    room = shared;
    Files.writeString(room.resolve("good.jsonl"), record("1") + record("2") + record("3"));
    assertThat(fihris("index", room.resolve("good.idx"), room.resolve("good.jsonl")).exit())
        .isZero();
    Files.createDirectory(room.resolve("empty"));
    Files.createFile(room.resolve("empty.txt"));
    byte[] junk = new byte[4096];
    new Random(7).nextBytes(junk);
    Files.write(room.resolve("junk.bin"), junk);
    Files.createDirectory(room.resolve("foreign"));
    Files.writeString(room.resolve("foreign/letter.doc"), "mine");
    Files.writeString(room.resolve("topics.tsv"), "1\tقمة\n");
    Files.writeString(room.resolve("qrels"), "1 0 a 1\n");
    otherFormat(room.resolve("old.idx"));
    foreignLucene(room.resolve("lucene.idx"));
    config("words", "stopwords.txt", "قمة\n");
    Path index = room.resolve("words.idx");
    fihris("index", index, room.resolve("good.jsonl"), "--config", room.resolve("words"));
    config("typo", "stopword.txt", "قمة\n");
  }

  private static String record(String id) {
    return "{\"id\": \"%s\", \"title\": \"قمة الرياض %s\", \"text\": \"عقدت القمة\"}\n"
        .formatted(id, id);
  }

  private static void otherFormat(Path index) throws IOException {
    fihris("index", index, room.resolve("good.jsonl"));
    try (Directory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Map<String, String> data = new LinkedHashMap<>();
      writer.getLiveCommitData().forEach(e -> data.put(e.getKey(), e.getValue()));
      assertThat(data.put("fihris.format", "0")).isNotNull();
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }

  private static void foreignLucene(Path index) throws IOException {
    try (Directory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Document document = new Document();
      document.add(new StringField("theirs", "1", Field.Store.YES));
      writer.addDocument(document);
      writer.commit();
    }
  }

  private static void config(String folder, String file, String content) throws IOException {
    Path path = room.resolve(folder).resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  /**
   * A line that users get wrong.
   *
   * @param typed the arguments, parted by blanks; {@code @x} is the path of x in the room
   * @param said parts of what is said on standard error
   */
  record Case(String typed, int exit, String... said) {
    @Override
    public String toString() {
      return typed;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        // Sources
        new Case("index @new.idx @gone.jsonl", 2, "gone.jsonl", "no such file", "check the path"),
        new Case("index @new.idx @good.jsonl @gone", 2, "gone: there is no such file or folder"),
        new Case("extract @gone.jsonl", 2, "gone.jsonl", "no such file"),
        new Case("index @e1.idx @empty", 1, "no news pages in", "empty"),
        new Case("extract @empty", 1, "no news pages in", "empty"),
        new Case("index @e2.idx @empty.txt", 2, "empty.txt", "empty"),
        new Case("index @e3.idx @junk.bin", 2, "rejected", "junk.bin"),
        new Case("extract @junk.bin --format jsonl", 2, "rejected", "junk.bin"),
        new Case("extract @junk.bin --format trec", 2, "rejected", "junk.bin"),
        new Case("extract @good.idx", 1, "left alone as no news pages", "segments_"),
        new Case("index @new.idx", 2, "Missing required parameter", "SOURCE"),
        new Case("extract", 2, "Missing required parameter", "SOURCE"),
        new Case("extract @good.jsonl --format pdf", 2, "--format", "text, html, json", "pdf"),
        new Case("extract @good.jsonl --map kop=headline", 2, "--map", "headline", "title"),
        new Case("extract @good.jsonl --map kop", 2, "--map", "KEY=FIELD"),
        new Case("extract @good.jsonl --max-record-mb 0", 2, "--max-record-mb", "1 to 256"),
        new Case("extract @good.jsonl --max-record-mb 500", 2, "--max-record-mb", "500"),
        new Case("index @good.idx @good.jsonl --threads 0", 2, "threads", "1 to 256"),
        new Case("index @good.idx @good.jsonl --threads many", 2, "--threads", "many"),
        new Case("index @good.idx @good.jsonl --commit-every 0", 2, "commit", "0"),
        new Case("index @good.idx @good.jsonl --rejects @no/r", 2, "no/r", "there is no folder"),
        new Case("index @good.idx @good.jsonl --rejects @empty", 2, "empty", "is a folder"),
        // No index, or not one that can be used
        new Case("search @gone.idx قمة", 2, "gone.idx: no index here", "fihris index"),
        new Case("facets @gone.idx --dim date", 2, "gone.idx: no index here", "fihris index"),
        new Case("show @gone.idx 1", 2, "gone.idx: no index here", "fihris index"),
        new Case("stats @gone.idx", 2, "gone.idx: no index here", "fihris index"),
        new Case("verify @gone.idx", 2, "gone.idx: no index here", "fihris index"),
        new Case("delete @gone.idx 1", 2, "gone.idx: no index here", "fihris index"),
        new Case("batch @gone.idx @topics.tsv", 2, "gone.idx: no index here", "fihris index"),
        new Case("search @empty قمة", 2, "empty: the folder holds no index", "fihris index"),
        new Case("search @good.jsonl قمة", 2, "good.jsonl: no index here"),
        new Case("delete @foreign 1", 2, "foreign: the folder holds no index"),
        new Case(
            "index @good.jsonl @good.jsonl", 2, "good.jsonl: a file, but an index is a folder"),
        new Case("index @foreign @good.jsonl", 2, "foreign", "letter.doc", "a new folder"),
        new Case("index @foreign @good.jsonl --rebuild", 2, "foreign", "letter.doc"),
        new Case("search @old.idx قمة", 2, "old.idx", "format 0", "--rebuild"),
        new Case("index @old.idx @good.jsonl", 2, "old.idx", "format 0", "--rebuild"),
        new Case("delete @old.idx 1", 2, "old.idx", "format 0", "--rebuild"),
        new Case("search @words.idx قمة", 2, "words.idx", "another index-config", "--config"),
        new Case("index @words.idx @good.jsonl", 2, "words.idx", "another index-config"),
        new Case("search @good.idx x --config @words", 2, "good.idx", "another index-config"),
        new Case("search @lucene.idx قمة", 2, "lucene.idx", "not one of Fihris"),
        new Case("index @lucene.idx @good.jsonl", 2, "lucene.idx", "not one of Fihris"),
        new Case("verify @lucene.idx", 2, "lucene.idx", "not one of Fihris"),
        // Configuration
        new Case("search @good.idx x --config @gone", 2, "gone: no such configuration folder"),
        new Case("index @new.idx @good.jsonl --config @typo", 2, "stopword.txt", "stopwords.txt"),
        new Case("entities --config @typo", 2, "stopword.txt", "stopwords.txt"),
        // Options and arguments
        new Case("", 2, "Name a command"),
        new Case("serch @good.idx", 2, "serch", "Did you mean", "search"),
        new Case("search", 2, "Missing required parameter", "INDEX"),
        new Case("search @good.idx --form 2025-01-01", 2, "Unknown option", "--form"),
        new Case("search --form @good.idx", 2, "Unknown option", "--form"),
        new Case("search @good.idx -x", 2, "Unknown option", "-x"),
        new Case("stats @good.idx --fast", 2, "Unknown option", "--fast"),
        new Case("stats @good.idx more", 2, "Unmatched argument", "more"),
        new Case("search @good.idx --from 13/02/2025", 2, "--from", "13/02/2025", "2025-02-13"),
        new Case("search @good.idx --to 2025-02-30", 2, "--to", "2025-02-30", "is no day"),
        new Case(
            "search @good.idx --from 2025-02-02 --to 2025-01-01",
            2,
            "2025-02-02",
            "after the last"),
        new Case("search @good.idx --date 2025/02", 2, "2025/02", "2025-02-14"),
        new Case("search @good.idx --limit -1", 2, "limit", "0 to 1000", "-1"),
        new Case("search @good.idx --limit 100000", 2, "limit", "0 to 1000", "100000"),
        new Case("search @good.idx --limit ten", 2, "--limit", "ten"),
        new Case("search @good.idx --limit 1000 --offset 9500", 2, "offset", "10000"),
        new Case("search @good.idx --offset 2147483647", 2, "offset", "10000"),
        new Case("search @good.idx --offset -1", 2, "offset", "-1"),
        new Case("search @good.idx --facet-limit -1", 2, "facet limit", "-1"),
        new Case("search @good.idx --snippets 11", 2, "snippet count", "11"),
        new Case("search @good.idx --sort date", 2, "--sort", "newest", "date"),
        new Case("search @good.idx --words some", 2, "--words", "all, any", "some"),
        new Case("search @good.idx --syntax sql", 2, "--syntax", "sql"),
        new Case("facets @good.idx", 2, "Missing required option", "--dim"),
        new Case("facets @good.idx --dim colour", 2, "--dim", "colour", "known are", "person"),
        new Case("facets @good.idx --dim date -n 0", 2, "facet limit", "1 to 1000"),
        new Case("facets @good.idx --dim date --within 25", 2, "25", "2025-02"),
        new Case("facets @good.idx --dim place --within 2025", 2, "date", "place"),
        new Case("facets @good.idx --dim date --date x", 2, "2025-02-14", "x"),
        new Case(
            "facets @good.idx --dim date --from 2025-02-02 --to 2025-01-01", 2, "after the last"),
        new Case("show @good.idx", 2, "Missing required parameter", "ID"),
        new Case("show @good.idx 9", 1, "no article has the id 9"),
        new Case("delete @good.idx", 2, "Missing required parameter", "ID"),
        new Case("dates --anchor today", 2, "--anchor", "today", "2025-02-13"),
        // Files of experiments
        new Case("batch @good.idx @gone.tsv", 2, "gone.tsv", "no such file"),
        new Case("batch @good.idx @qrels", 2, "qrels:1", "a tab"),
        new Case("batch @good.idx @topics.tsv --tag a\u2003b", 2, "tag", "white space"),
        new Case("batch @good.idx @topics.tsv --limit 5000", 2, "limit", "5000"),
        new Case("eval @gone @qrels", 2, "gone", "no such file"),
        new Case("eval @qrels @empty", 2, "empty", "cannot be read"),
        new Case("eval @qrels @topics.tsv", 2, "topics.tsv:1", "expected 6 columns"),
        new Case("demo now", 2, "Unmatched argument", "now"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isToldInOneSentence(Case bad) throws IOException {
    List<String> arguments =
        Stream.of(bad.typed.split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> word.startsWith("@") ? room.resolve(word.substring(1)).toString() : word)
            .toList();

    Ran ran = fihris(arguments);

    assertThat(ran.err()).contains(bad.said);
    assertThat(ran.exit()).isEqualTo(bad.exit);
    assertThat(ran.out().replaceFirst("^\\d+ pages read: 0 articles indexed, .*", "")).isBlank();
    assertOneSentence(ran);
    assertNothingLost();
    assertThat(room.resolve("new.idx")).doesNotExist();
  }

  private static void assertOneSentence(Ran ran) {
    assertThat(ran.err()).doesNotContain("\tat ", "Exception", "a fault in Fihris itself");
    List<String> said = ran.err().lines().filter(line -> line.startsWith("fihris: ")).toList();
    assertThat(said.size()).as("sentences in %s", ran).isLessThanOrEqualTo(1);
  }

  private static void assertNothingLost() throws IOException {
    assertSound(room.resolve("good.idx"), ARTICLES);
    assertThat(room.resolve("foreign/letter.doc")).hasContent("mine");
    for (String other : List.of("old.idx", "lucene.idx", "words.idx")) {
      try (Directory directory = FSDirectory.open(room.resolve(other));
          DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.numDocs()).as(other).isPositive();
      }
    }
  }

  private static void assertSound(Path index, long articles) {
    assertThat(NewsIndex.open(index).verify().problems()).isEmpty();
    assertThat(NewsIndex.open(index).verify().articles()).isEqualTo(articles);
  }

  /** A line that is wrong in its table, and what is said of it. */
  static Stream<Map.Entry<String, List<String>>> faultyLines() {
    return Stream.of(
        entry("stopwords.txt", List.of("في ما", "one word")),
        entry("spelling-classes.txt", List.of("أمريكا", "two spellings or more")),
        entry("boilerplate.txt", List.of("lines\tشارك", "no rule 'lines'; known are")),
        entry("repeated-lines.tsv", List.of("الأفق", "expected: outlet, tab, line")),
        entry("sources.tsv", List.of("الأفق\tالافق\tagent", "can only be 'agency'")),
        entry("entities/persons.tsv", List.of("donald-trump\tترامب", "expected 3 to 5 columns")),
        entry("entities/places.tsv", List.of("مصر\tمصر\tEgypt", "is not of the form")),
        entry("entities/organisations.tsv", List.of("un\t\tUN", "the Arabic label is empty")));
  }

  @ParameterizedTest
  @MethodSource("faultyLines")
  void aFaultInATableIsNamedByFileAndLine(Map.Entry<String, List<String>> fault)
      throws IOException {
    String line = fault.getValue().getFirst();
    Path table = own.resolve("config").resolve(fault.getKey());
    Files.createDirectories(table.getParent());
    Files.writeString(table, "# ours\n\n" + line + "\n");

    Ran ran =
        fihris(
            "index",
            own.resolve("i"),
            room.resolve("good.jsonl"),
            "--config",
            own.resolve("config"));

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).hasLineCount(1).startsWith("fihris: " + table + ":3: ");
    assertThat(ran.err()).contains(fault.getValue().getLast(), line);
    assertThat(own.resolve("i")).doesNotExist();
  }

  @Test
  void aTableThatIsNotUtf8IsNamed() throws IOException {
    Path table = own.resolve("config/stopwords.txt");
    Files.createDirectories(table.getParent());
    Files.write(table, new byte[] {(byte) 0xC7, (byte) 0xE1, '\n'});

    Ran ran = fihris("search", room.resolve("good.idx"), "x", "--config", own.resolve("config"));

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).isEqualTo("fihris: " + table + ": not UTF-8; save it as UTF-8\n");
  }

  @Test
  void aSourceThatMayNotBeReadIsNamedAndTheOthersAreIndexed() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
    Path locked = Files.copy(room.resolve("good.jsonl"), own.resolve("locked.jsonl"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));

    Ran ran = fihris("index", own.resolve("i"), locked, room.resolve("good.jsonl"), "--json");

    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).contains("locked.jsonl: may not be read (permission denied)");
    assertThat(ran.object().get("indexed").asInt()).isEqualTo(ARTICLES);
  }

  @Test
  void aRecordThatIsTooLongIsLeftOutAndTheOthersAreIndexed() throws IOException {
    Path source = own.resolve("long.jsonl");
    try (OutputStream out = Files.newOutputStream(source)) {
      out.write(record("1").getBytes(StandardCharsets.UTF_8));
      out.write(
          "{\"id\": \"2\", \"title\": \"قمة\", \"text\": \"".getBytes(StandardCharsets.UTF_8));
      byte[] megabyte = "قمة ".repeat(1 << 20 >> 3).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 40; i++) {
        out.write(megabyte);
      }
      out.write(("\"}\n" + record("3")).getBytes(StandardCharsets.UTF_8));
    }

    Ran ran = fihris("index", own.resolve("i"), source, "--json", "--max-record-mb", "16");

    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).startsWith("rejected " + source + ":2: ").contains("16").hasLineCount(1);
    assertThat(ran.object().get("indexed").asInt()).isEqualTo(2);
    assertSound(own.resolve("i"), 2);
  }

  /** Records that Lucene, or a careless engine, would choke on. */
  @Test
  void strangeRecordsAreIndexedOrToldOf() throws IOException {
    String word = "ق".repeat(40_000);
    List<String> records = new ArrayList<>();
    for (String field : List.of("id", "url", "title", "source", "category", "author", "summary")) {
      records.add("{\"text\": \"نص عن %s\", \"%s\": \"%s\"}".formatted(field, field, word));
    }
    records.add("{\"id\": \"9\", \"title\": \"قمة\", \"text\": \"%s\"}".formatted(word));
    records.add("{\"id\": \"10\", \"title\": \"قمة \\ud800\", \"source\": \"\\ud800\"}");
    records.add("{\"id\": \"11\", \"title\": \"قمة\", \"source\": \" \\u001f \\u0000\"}");
    records.add("{\"id\": \"12\", \"title\": \"قمة\", \"date\": \"-99999-01-01\"}");
    records.add("{\"id\": \"13\", \"title\": \"قمة\", \"date\": \"2025-99-99T99:99\"}");
    records.add("{\"id\": \"\", \"title\": \"قمة\", \"url\": \"\", \"date\": null, \"text\": 7}");
    records.add("[".repeat(5000));
    records.add("{\"title\":".repeat(5000));
    Path source = Files.writeString(own.resolve("strange.jsonl"), String.join("\n", records));

    Ran ran = fihris("index", own.resolve("i"), source, "--json");

    assertThat(ran.err()).doesNotContain("fault in Fihris");
    assertThat(ran.exit()).isZero();
    int indexed = ran.object().get("indexed").asInt();
    assertThat(indexed + ran.object().get("rejected").asInt())
        .isEqualTo(ran.object().get("read").asInt());
    assertSound(own.resolve("i"), indexed);
    assertThat(fihris("search", own.resolve("i"), "--json", "-n", "100").objects()).hasSize(1);
    assertThat(fihris("facets", own.resolve("i"), "--dim", "source").exit()).isZero();
  }

  @Test
  void oneWriterAtATime() {
    Path index = room.resolve("good.idx");
    NewsIndex held = NewsIndex.open(index);
    try (NewsWriter writer = held.writer()) {
      for (List<Object> arguments :
          List.<List<Object>>of(
              List.of("index", index, room.resolve("good.jsonl")),
              List.of("index", index, room.resolve("good.jsonl"), "--rebuild"),
              List.of("delete", index, "1"),
              List.of("verify", index))) {
        Ran ran = fihris(arguments);

        assertThat(ran.exit()).as("%s", arguments).isEqualTo(2);
        assertThat(ran.out()).as("%s", arguments).isEmpty();
        assertThat(ran.err())
            .as("%s", arguments)
            .contains("another process is writing to this index. Wait")
            .hasLineCount(1);
      }
      assertThat(fihris("search", index, "قمة").exit()).as("searching goes on").isZero();
      writer.commit();
    }
    assertSound(index, ARTICLES);
  }

  @Test
  void aRebuildKeepsWhatWasThereUntilItHasRead() throws IOException {
    Path index = own.resolve("i");
    fihris("index", index, room.resolve("good.jsonl"));

    Ran ran = fihris("index", index, room.resolve("gone.jsonl"), "--rebuild");

    assertThat(ran.exit()).isEqualTo(2);
    assertSound(index, ARTICLES);
  }

  @Test
  void aRebuildReplacesAnIndexOfAnotherFormat() throws IOException {
    Path index = own.resolve("i");
    otherFormat(index);

    assertThat(fihris("index", index, room.resolve("good.jsonl"), "--rebuild").exit()).isZero();
    assertSound(index, ARTICLES);
    assertThat(fihris("search", index, "قمة").exit()).isZero();
  }

  @Test
  void inputThatIsNotUtf8IsReadAsFarAsItGoes() {
    Ran ran = fihrisReading("\u0000\uFFFF\uFEFF ترمب", "entities");

    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
  }
}
