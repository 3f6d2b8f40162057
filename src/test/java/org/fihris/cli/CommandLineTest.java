package org.fihris.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fihris.cli.Ran.fihris;
import static org.fihris.cli.Ran.fihrisReading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fihris.apitests.Testdata;
import org.fihris.index.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every command through the entry point, over the articles in testdata. */
class CommandLineTest {
  @TempDir private static Path shared;
  private static Path index;

  @TempDir private Path folder;

  @BeforeAll
  static void buildIndex() {
    index = shared.resolve("news.idx");
    List<Object> arguments = new ArrayList<>(List.of("index", index));
    arguments.addAll(Testdata.SOURCES);

    Ran built = fihris(arguments);

    assertThat(built.exit()).isZero();
    assertThat(built.out())
        .startsWith("71 pages read: 74 articles indexed, 0 unchanged, 0 pages rejected in ");
    assertThat(built.err())
        .isEqualTo("1 left alone as no news pages: testdata/archive.tar.gz!README.md\n");
  }

  @Test
  void indexTellsWhatItLeftOutAndGoesOn() throws IOException {
    Path rejects = folder.resolve("rejects.jsonl");

    Ran ran =
        fihris(
            "index",
            folder.resolve("i"),
            Testdata.FOLDER.resolve("broken/one-bad-line.jsonl"),
            "--json",
            "--rejects",
            rejects);

    assertThat(ran.exit()).isZero();
    assertThat(ran.object().get("indexed").asInt()).isEqualTo(3);
    assertThat(ran.object().get("rejected").asInt()).isEqualTo(1);
    assertThat(ran.err()).startsWith("rejected testdata/broken/one-bad-line.jsonl:3: ");
    JsonNode rejected = Ran.parse(Files.readString(rejects));
    assertThat(rejected.get("file").asString()).isEqualTo("testdata/broken/one-bad-line.jsonl");
    assertThat(rejected.get("line").asInt()).isEqualTo(3);
    assertThat(ran.err()).contains(rejected.get("reason").asString());
  }

  @Test
  void indexSkipsWhatItHasReadAndDeletesWhatVanished() throws IOException {
    Path own = folder.resolve("own.idx");
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Path a = Files.writeString(sources.resolve("a.jsonl"), "{\"id\": \"1\", \"text\": \"قمة\"}");
    Files.writeString(sources.resolve("b.jsonl"), "{\"id\": \"2\", \"text\": \"قمة\"}");
    assertThat(fihris("index", own, sources).out()).startsWith("2 pages read: 2 articles");
    assertThat(fihris("index", own, sources).out())
        .startsWith("0 pages read, 2 skipped as read before: 0 articles indexed, 2 unchanged, 0");
    assertThat(fihris("index", own, sources, "--all").out()).startsWith("2 pages read: 0 articles");
    assertThat(fihris("index", own, sources, "--by-hash").out()).startsWith("0 pages read, 2 ");
    assertThat(fihris("index", own, sources, "--by-hash", "--all").exit()).isEqualTo(2);
    Files.delete(a);

    assertThat(fihris("index", own, sources).err())
        .isEqualTo(
            "1 articles in the index are in no source any more"
                + " (--delete-vanished deletes them)\n");
    Ran mistyped = fihris("index", own, folder.resolve("suorces"), "--delete-vanished");
    assertThat(mistyped.exit()).isEqualTo(2);
    assertThat(mistyped.err()).contains("there is no such file or folder");
    Ran deleted = fihris("index", own, sources, "--delete-vanished");

    assertThat(deleted.exit()).isZero();
    assertThat(deleted.out()).contains(" 1 unchanged, 1 deleted, 0 pages rejected");
    assertThat(fihris("show", own, "1").exit()).isEqualTo(1);
    Files.delete(sources.resolve("b.jsonl"));
    Ran empty = fihris("index", own, sources, "--delete-vanished");
    assertThat(empty.exit()).isEqualTo(2);
    assertThat(empty.err()).contains(sources + " holds no file to read");
    assertThat(fihris("show", own, "2").exit()).isZero();
  }

  @Test
  void sourcesListsFilesWithTheirFate() {
    Path own = folder.resolve("own.idx");
    fihris("index", own, Testdata.FOLDER.resolve("broken/one-bad-line.jsonl"));

    Ran ran = fihris("sources", own);

    assertThat(ran.exit()).isZero();
    assertThat(ran.lines()).hasSize(2);
    assertThat(ran.lines().getFirst())
        .startsWith("whole ")
        .contains(" 4 pages ", " 3 articles ", " 1 rejected ")
        .endsWith("one-bad-line.jsonl");
    assertThat(fihris("sources", folder.resolve("none")).exit()).isEqualTo(2);
  }

  @Test
  void indexLaysDownSuggestionsUnlessItIsToldNotTo() throws IOException {
    Path own = folder.resolve("suggestions.idx");
    Path source =
        Files.writeString(
            folder.resolve("one.jsonl"), "{\"id\": \"1\", \"title\": \"قمة\", \"text\": \"قمة\"}");
    assertThat(fihris("index", own, source, "--no-suggestions").exit()).isZero();
    assertThat(fihris("suggest", own, "قم").exit()).isEqualTo(1);

    assertThat(fihris("index", own, source, "--all").exit()).isZero();

    Ran suggested = fihris("suggest", own, "قم");
    assertThat(suggested.exit()).isZero();
    assertThat(suggested.out()).contains("قمة");
  }

  @Test
  void indexNamesTheFirstRejectionsAndCountsTheOthers() throws IOException {
    Path source = Files.writeString(folder.resolve("bad.jsonl"), "{\"title\": 1}\n".repeat(25));

    Ran ran = fihris("index", folder.resolve("i"), source);

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err().lines().filter(line -> line.startsWith("rejected "))).hasSize(20);
    assertThat(ran.err()).contains("and 5 more rejected (--rejects FILE lists them all)");
  }

  @Test
  void indexTakesOwnKeysAndFormats() throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("own.data"), "{\"ref\": \"a7\", \"kop\": \"قمة\", \"lijf\": \"نص\"}\n");

    Ran ran =
        fihris(
            "extract",
            source,
            "--format",
            "jsonl",
            "--map",
            "ref=id",
            "--map",
            "kop=title",
            "--map",
            "lijf=TEXT");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.object().get("id").asString()).isEqualTo("a7");
    assertThat(ran.object().get("title").asString()).isEqualTo("قمة");
    assertThat(ran.object().get("text").asString()).isEqualTo("نص");
  }

  @Test
  void searchShowsHitsFacetsAndMarks() {
    Ran ran = fihris("search", index, "أردوغان نفق البحر الاسود");

    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines().getFirst()).matches("\\d+ articles? for .*أردوغان.*\\(\\d+ ms\\)");
    assertThat(ran.out()).contains("1. ").contains("المدار").contains("2023-12-21");
    assertThat(ran.out()).contains("[إردوغان]").contains("date         ").contains("person ");
    assertThat(ran.out()).doesNotContain("\u001B");
  }

  @Test
  void searchThatFindsNothingSaysSoQuietly() {
    Ran ran = fihris("search", index, "ظظغغضضثث");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).startsWith("0 articles for ");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void searchNotesOnStandardErrorWhatTheUserMayNotExpect() {
    Ran ran = fihris("search", index, "\"محمد صلاح");

    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).startsWith("note: ").hasLineCount(1);
  }

  @Test
  void searchAsJsonIsOneLineAndNothingElse() {
    Ran ran = fihris("search", index, "\"محمد صلاح", "--json");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.object().get("warnings")).hasSize(1);
  }

  /** What narrows a search, and how many articles are left. */
  @ParameterizedTest
  @CsvSource({
    "--from 2025-01-01 --to 2025-12-31, date, 2025",
    "--date 2024-04, date, 2024-04",
    "--date undated, date, undated",
    "--source المدار, source, المدار",
    "--category رياضة, category, رياضة",
    "--person donald-trump, person, donald-trump",
    "--place egypt, place, egypt",
    "--org opec, organisation, opec",
  })
  void filtersLeaveWhatTheFacetCounts(String options, String dimension, String value) {
    String dim = dimension.equals("date") && value.length() == 7 ? "month" : dimension;
    JsonNode values = fihris("facets", index, "--dim", dim, "--json").object().get("values");
    int counted =
        values
            .valueStream()
            .filter(v -> v.get("value").asString().equals(value))
            .findFirst()
            .orElseThrow()
            .get("count")
            .asInt();
    List<Object> arguments = new ArrayList<>(List.of("search", index, "--json", "-n", "0"));
    arguments.addAll(List.of(options.split(" ")));

    assertThat(fihris(arguments).object().at("/total/stories").asInt())
        .isPositive()
        .isEqualTo(counted);
    arguments.addAll(List.of("--reprints", "separate"));
    JsonNode separate = fihris(arguments).object();
    assertThat(separate.get("counted").asString()).isEqualTo("articles");
    assertThat(separate.at("/total/stories").isNull()).isTrue();
    assertThat(separate.at("/total/value").asInt()).isGreaterThanOrEqualTo(counted);
  }

  @Test
  void namesDoAsFilters() {
    int byId = total(fihris("search", index, "--place", "egypt", "--json"));

    assertThat(total(fihris("search", index, "--place", "مصر", "--json"))).isEqualTo(byId);
  }

  @Test
  void wordsMayBeginWithAHyphen() {
    int all = total(fihris("search", index, "الهلال", "--json"));
    int without = total(fihris("search", index, "الهلال", "-النصر", "--json"));

    assertThat(without).isPositive().isLessThan(all);
    assertThat(total(fihris("search", index, "--json", "-النصر", "الهلال"))).isEqualTo(without);
    assertThat(total(fihris("search", index, "--json", "--", "-Google"))).isPositive();
  }

  @Test
  void aQueryThatLooksLikeAFileOfArgumentsIsAQuery() {
    assertThat(fihris("search", index, "@ترمب").exit()).isZero();
  }

  @Test
  void pagesOfHitsFollowEachOther() {
    List<String> firstFour = titles(fihris("search", index, "مصر", "--json", "-n", "4"));

    assertThat(titles(fihris("search", index, "مصر", "--json", "-n", "2", "--offset", "2")))
        .isEqualTo(firstFour.subList(2, 4));
    assertThat(fihris("search", index, "مصر", "-n", "2", "--offset", "2").out())
        .contains("\n3. ")
        .contains("\n4. ")
        .doesNotContain("\n1. ");
    Ran past = fihris("search", index, "مصر", "--json", "--offset", "500");
    assertThat(titles(past)).isEmpty();
    assertThat(total(past)).isPositive();
    assertThat(past.exit()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"newest, 2025-10-04", "oldest, 2023-01-24"})
  void hitsCanBeSortedByDate(String order, String first) {
    Ran ran = fihris("search", index, "--sort", order, "-n", "1", "--json");

    assertThat(ran.object().get("hits").get(0).get("date").asString()).startsWith(first);
    assertThat(ran.object().get("hits").get(0).get("score").asDouble()).isZero();
  }

  @Test
  void snippetsAndFacetsCanBeLeftOut() {
    JsonNode answer =
        fihris("search", index, "مصر", "--json", "--snippets", "0", "--facet-limit", "0").object();

    assertThat(answer.get("facets")).isEmpty();
    assertThat(answer.get("hits"))
        .allSatisfy(
            hit ->
                assertThat(hit.get("snippets"))
                    .allSatisfy(s -> assertThat(s.get("field").asString()).isEqualTo("title")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"month", "week", "day"})
  void theUndatedStandBesideThePeriods(String dimension) {
    List<String> lines = fihris("facets", index, "--dim", dimension, "-n", "3").lines();

    assertThat(lines).hasSize(5);
    assertThat(lines.get(3)).matches(" +\\d+ {2}\\u2068undated\\u2069");
    assertThat(lines.getLast()).matches(" +and \\d+ more \\(--limit\\)");
  }

  @Test
  void periodsWithoutArticlesAreShownOnRequest() {
    JsonNode found = fihris("facets", index, "--dim", "week", "--json").object();
    JsonNode filled =
        fihris(
                "facets",
                index,
                "--dim",
                "week",
                "--gaps",
                "--week-start",
                "sunday",
                "-n",
                "1000",
                "--json")
            .object();

    assertThat(found.get("values"))
        .allSatisfy(week -> assertThat(week.get("count").asInt()).isPositive());
    assertThat(filled.get("values").size()).isGreaterThan(found.get("values").size());
    assertThat(filled.get("values"))
        .anySatisfy(week -> assertThat(week.get("count").asInt()).isZero())
        .anySatisfy(
            week ->
                assertThat(week.get("value").asString())
                    .matches("\\d{4}-\\d\\d-\\d\\d\\.\\.\\d{4}-\\d\\d-\\d\\d"));
  }

  @Test
  void reprintsAreListedUnderTheirHit() {
    Ran together = fihris("search", index, "غرب تركيا", "--facet-limit", "0");
    Ran apart =
        fihris("search", index, "غرب تركيا", "--facet-limit", "0", "--reprints", "separate");

    assertThat(together.out()).contains("2 prints by 2 outlets:").contains("rk-0518-3");
    assertThat(apart.out()).doesNotContain("prints by");
  }

  @ParameterizedTest
  @CsvSource({"--zone, Mars, is no zone", "--date, 2025-W54, is not in the calendar"})
  void zonesAndPeriodsThatAreNoneAreRefused(String option, String value, String message) {
    Ran ran = fihris("search", index, "مصر", option, value);

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(value).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "category", "person", "place", "organisation"})
  void facetsCountEveryDimension(String dimension) {
    Ran ran = fihris("facets", index, "--dim", dimension, "-n", "3");

    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines()).hasSize(4);
    assertThat(ran.lines().getFirst()).matches(" +\\d+ {2}.+");
    assertThat(ran.lines().getLast()).matches(" +and \\d+ more \\(--limit\\)");
  }

  @Test
  void facetsCanBeWithinAPeriodAndOverAQuery() {
    JsonNode within =
        fihris("facets", index, "--dim", "month", "--within", "2024", "--json").object();
    assertThat(within.get("values"))
        .isNotEmpty()
        .allSatisfy(v -> assertThat(v.get("value").asString()).startsWith("2024-"));

    JsonNode ofQuery = fihris("facets", index, "زلزال", "--dim", "source", "--json").object();
    assertThat(ofQuery.get("total_values").asInt()).isBetween(1, 4);

    assertThat(fihris("facets", index, "ظظغغضضثث", "--dim", "source").exit()).isEqualTo(1);
  }

  @Test
  void facetsOfArticlesWithSomeOfTheWordsOnlyComeWithANote() {
    Ran ran = fihris("facets", index, "زلزال سوناطراك", "--dim", "source", "--json");

    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).startsWith("note: ").hasLineCount(1);
    assertThat(ran.object().get("values")).isNotEmpty();
  }

  @Test
  void showPrintsOneArticle() {
    String id = fihris("search", index, "ترمب", "--json").object().at("/hits/0/id").asString();

    Ran ran = fihris("show", index, id);

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("id           ").contains(id).contains("دونالد ترامب");
  }

  @Test
  void showMarksWhatMatchesAQuery() throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("a.jsonl"),
            """
            {"id": "1", "title": "ترامب في الرياض", "text": "قالت أمريكا إن ترمب وصل.\\nوشكرت \
            أمريكا السعودية."}
            {"id": "2", "title": "خبر", "text": "أعلنت الولايات المتحدة قرارا."}
            """);
    Path own = folder.resolve("own.idx");
    fihris("index", own, source);

    Ran plain = fihris("show", own, "1", "--query", "ترامب الولايات المتحدة واصلا");
    assertThat(plain.exit()).isZero();
    assertThat(plain.out())
        .contains("[ترامب] في الرياض")
        .contains("قالت [@أمريكا] إن [~ترمب] ")
        .contains("وشكرت [@أمريكا] السعودية")
        .doesNotContain("\u001B");
    assertThat(plain.err()).startsWith("note: ");
    assertThat(fihris("show", own, "1").out()).doesNotContain("[");

    JsonNode json = fihris("show", own, "1", "--query", "ترامب", "--json").object();
    JsonNode mark = json.at("/marks/text/0");
    assertThat(json.at("/marks/title/0/level").asString()).isEqualTo("exact");
    assertThat(mark.get("level").asString()).isEqualTo("spelling");
    assertThat(mark.get("word").asString()).isEqualTo("ترامب");
    int start = mark.get("start").asInt();
    assertThat(json.get("text").asString().substring(start, mark.get("end").asInt()))
        .isEqualTo("ترمب");
  }

  @Test
  void showOfAnUnknownIdFindsNothing() {
    Ran ran = fihris("show", index, "no-such-id");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isEqualTo("fihris: no article has the id no-such-id\n");
  }

  @Test
  void textFromAPageCannotCommandATerminal() throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("evil.jsonl"),
            """
            {"id": "1", "title": "قمة\\u001b[2J الرياض", "text": "نص\\u0007 القمة \\u001b]0;x"}
            """);
    Path evil = folder.resolve("evil.idx");
    fihris("index", evil, source);

    assertThat(fihris("search", evil, "القمة").out()).contains("القمة").doesNotContain("\u001B");
    assertThat(fihris("show", evil, "1").out()).contains("القمة").doesNotContain("\u0007");
  }

  @Test
  void statsShowsFigures() {
    Ran ran = fihris("stats", index);

    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .startsWith("articles  74\n")
        .contains("built by  format " + Schema.FORMAT);
    JsonNode json = fihris("stats", index, "--json").object();
    assertThat(json.get("articles").asInt()).isEqualTo(74);
    assertThat(json.get("to").asString()).isEqualTo("2025-10-04");
  }

  @Test
  void verifyOfASoundIndex() {
    Ran ran = fihris("verify", index);

    assertThat(ran).isEqualTo(new Ran(0, "sound: 74 articles\n", ""));
  }

  @Test
  void verifyOfADamagedIndex() throws IOException {
    Path damaged = folder.resolve("damaged.idx");
    fihris("index", damaged, Testdata.FOLDER.resolve("news.jsonl"));
    try (var files = Files.list(damaged)) {
      Path data = files.filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(data);
      bytes[bytes.length / 2] ^= 0x40;
      Files.write(data, bytes);
    }

    Ran ran = fihris("verify", damaged);

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).startsWith("damaged: ");
    assertThat(fihris("verify", damaged, "--json").object().get("sound").asBoolean()).isFalse();
  }

  @Test
  void deleteCountsWhatWasThere() {
    Path own = folder.resolve("own.idx");
    fihris("index", own, Testdata.FOLDER.resolve("news.jsonl"));
    String id = fihris("search", own, "--json").object().at("/hits/0/id").asString();

    assertThat(fihris("delete", own, id, id, "no-such-id"))
        .isEqualTo(new Ran(0, "1 deleted\n", ""));
    assertThat(fihris("delete", own, id)).isEqualTo(new Ran(1, "0 deleted\n", ""));
    assertThat(fihris("show", own, id).exit()).isEqualTo(1);
    assertThat(fihris("verify", own).out()).isEqualTo("sound: 22 articles\n");
  }

  @Test
  void batchPrintsARunThatEvalMeasures() throws IOException {
    Path topics =
        Files.writeString(
            folder.resolve("topics.tsv"), "t1\tإردوغان يفتتح نفقا\nt2\tظظغغ\nt3\tالهلال\n");

    Ran batch = fihris("batch", index, topics, "-n", "3", "--tag", "mine");

    assertThat(batch.exit()).isZero();
    assertThat(batch.err()).isEmpty();
    assertThat(batch.lines())
        .allSatisfy(line -> assertThat(line).matches("t[13] Q0 \\S+ [123] \\d+\\.\\d+ mine"));
    String best = batch.lines().getFirst().split(" ")[2];
    Path run = Files.writeString(folder.resolve("run"), batch.out());
    Path qrels = Files.writeString(folder.resolve("qrels"), "t1 0 " + best + " 1\n");
    Ran eval = fihris("eval", qrels, run);
    assertThat(eval.exit()).isZero();
    assertThat(eval.out()).contains("queries     1\n").contains("MRR@10      1.0000\n");
  }

  @Test
  void batchThatFindsNothing() throws IOException {
    Path topics = Files.writeString(folder.resolve("topics.tsv"), "t2\tظظغغ\n");

    assertThat(fihris("batch", index, topics)).isEqualTo(new Ran(1, "", ""));
  }

  @Test
  void extractPrintsOneArticleALine() {
    List<Object> arguments = new ArrayList<>(List.of("extract"));
    arguments.addAll(Testdata.SOURCES);

    Ran ran = fihris(arguments);

    assertThat(ran.exit()).isZero();
    assertThat(ran.objects()).hasSize(74);
  }

  @Test
  void analyzeShowsTheTermsAfterEachStage() {
    Ran ran = fihris("analyze", "وللمسؤولين", "الأميركيين");

    assertThat(ran.exit()).isZero();
    assertThat(ran.lines()).hasSizeGreaterThan(2);
    assertThat(ran.lines().getLast()).matches("\\w+ +.*\\|.*");
    assertThat(fihris("analyze", "...").exit()).isEqualTo(1);
  }

  @Test
  void datesReadsLines() {
    Ran ran = fihrisReading("لقاء يوم 13 فبراير 2025\n\nبلا تاريخ", "dates");

    assertThat(ran.exit()).isZero();
    assertThat(ran.objects()).hasSize(3);
    assertThat(ran.objects().get(0).at("/dates/0/from").asString()).isEqualTo("2025-02-13");
    assertThat(fihrisReading("بلا تاريخ\n", "dates").exit()).isEqualTo(1);
  }

  @Test
  void datesTellsTimesApart() {
    Ran ran = fihrisReading("الساعة الثالثة عصرا\n", "dates");

    assertThat(ran.exit()).isZero();
    assertThat(ran.object().get("dates")).isEmpty();
    assertThat(ran.object().at("/times/0/at").asString()).isEqualTo("15:00");
    assertThat(ran.object().at("/times/0/offset").isNull()).isTrue();
  }

  @Test
  void datesCountFromAnAnchor() {
    Ran ran = fihrisReading("وصل أمس\n", "dates", "--anchor", "2025-03-01");

    assertThat(ran.object().at("/dates/0/from").asString()).isEqualTo("2025-02-28");
    assertThat(fihrisReading("وصل أمس\n", "dates").object().get("dates")).isEmpty();
  }

  @Test
  void entitiesReadsLines() {
    Ran ran = fihrisReading("استقبل ترمب الوفد\r\nلا أحد هنا\n", "entities");

    assertThat(ran.exit()).isZero();
    assertThat(ran.objects().get(0).at("/entities/0/id").asString()).isEqualTo("donald-trump");
    assertThat(ran.objects().get(1).get("entities")).isEmpty();
    assertThat(fihrisReading("", "entities")).isEqualTo(new Ran(1, "", ""));
    assertThat(fihrisReading("جرى القتال في مالي", "entities", "--why").out())
        .contains("\"why\":{\"reason\":\"word_before\",\"word\":\"في\"}");
  }

  @Test
  void demoShowsEachStepAsItIsTyped() {
    Ran ran = fihris("demo", "--index", folder.resolve("demo.idx"));

    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains("$ fihris index ")
        .contains("74 articles indexed")
        .contains("$ fihris search ")
        .contains("# Try next")
        .contains("[~ترامب]");
    Ran again = fihris("demo", "--index", folder.resolve("demo.idx"));
    assertThat(again.exit()).as("a second demo").isZero();
  }

  @Test
  void helpAndVersionAreResults() {
    for (String command : List.of("--help", "help", "--version")) {
      Ran ran = fihris(command);
      assertThat(ran.exit()).as(command).isZero();
      assertThat(ran.out()).as(command).contains("ihris");
      assertThat(ran.err()).as(command).isEmpty();
    }
    assertThat(fihris("--help").out()).contains("Exit codes:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index",
        "search",
        "facets",
        "show",
        "stats",
        "sources",
        "verify",
        "delete",
        "batch",
        "eval",
        "extract",
        "analyze",
        "dates",
        "entities",
        "demo"
      })
  void everyCommandHelps(String command) {
    Ran ran = fihris(command, "--help");

    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("Usage: fihris " + command);
    assertThat(fihris("--help").out()).contains("\n  " + command);
    assertThat(ran.out().lines()).as("no default is left unsaid").noneMatch(l -> l.contains("${"));
  }

  private static int total(Ran ran) {
    return ran.object().at("/total/value").asInt();
  }

  private static List<String> titles(Ran ran) {
    return ran.object().get("hits").valueStream().map(h -> h.get("title").asString()).toList();
  }
}
