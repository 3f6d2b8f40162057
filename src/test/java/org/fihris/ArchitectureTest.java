package org.fihris;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fihris.snippet.Snippet;
import org.junit.jupiter.api.Test;

/** Holds the table of packages in {@code docs/architecture.md}. Change the two together. */
@AnalyzeClasses(packages = "org.fihris", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.fihris";
  private static final String LUCENE = "Lucene";

  /** What each package may import besides the JDK, JSpecify and itself. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("text", Set.of()),
          Map.entry("config", Set.of()),
          Map.entry(
              "corpus",
              Set.of(
                  "text",
                  "tools.jackson",
                  "org.apache.commons.compress",
                  "org.jsoup",
                  "de.siegmar.fastcsv",
                  "org.netpreserve.jwarc")),
          Map.entry("date", Set.of("text")),
          Map.entry("entity", Set.of("config", "text")),
          Map.entry("training", Set.of("config", "entity", "tools.jackson", "opennlp.tools")),
          Map.entry(
              "article",
              Set.of("config", "corpus", "text", "date", "entity", "org.jsoup", "tools.jackson")),
          Map.entry("analysis", Set.of("config", "text", LUCENE)),
          Map.entry("wire", Set.of(LUCENE)),
          Map.entry(
              "index", Set.of("config", "article", "date", "entity", "analysis", "text", LUCENE)),
          Map.entry("ingest", Set.of("corpus", "article", "entity", "index")),
          Map.entry(
              "cluster",
              Set.of(
                  "config",
                  "text",
                  "query",
                  "facet",
                  "suggest",
                  "wire",
                  "article",
                  "entity",
                  "index",
                  "tools.jackson",
                  "org.opensearch.client",
                  "org.apache.hc",
                  "jakarta.json",
                  LUCENE)),
          Map.entry("query", Set.of("date", "text")),
          Map.entry(
              "facet", Set.of("config", "query", "index", "article", "entity", "text", LUCENE)),
          Map.entry(
              "explore",
              Set.of("query", "index", "facet", "analysis", "article", "date", "entity", LUCENE)),
          Map.entry(
              "matching",
              Set.of("query", "index", "facet", "analysis", "entity", "text", "wire", LUCENE)),
          Map.entry(
              "snippet",
              Set.of("query", "index", "facet", "matching", "analysis", "article", LUCENE)),
          Map.entry(
              "search",
              Set.of(
                  "config",
                  "query",
                  "index",
                  "facet",
                  "explore",
                  "matching",
                  "snippet",
                  "suggest",
                  "cluster",
                  "tools.jackson",
                  "analysis",
                  "article",
                  "date",
                  "entity",
                  "text",
                  LUCENE)),
          Map.entry("saved", Set.of("config", "query", "index", "search")),
          Map.entry(
              "export",
              Set.of(
                  "query",
                  "search",
                  "snippet",
                  "article",
                  "date",
                  "entity",
                  "tools.jackson",
                  "de.siegmar.fastcsv")),
          Map.entry(
              "suggest",
              Set.of("config", "query", "index", "facet", "analysis", "entity", "text", LUCENE)),
          Map.entry(
              "json",
              Set.of(
                  "query",
                  "index",
                  "ingest",
                  "facet",
                  "explore",
                  "suggest",
                  "search",
                  "snippet",
                  "saved",
                  "analysis",
                  "article",
                  "date",
                  "entity",
                  "tools.jackson")),
          Map.entry(
              "page",
              Set.of(
                  "query",
                  "facet",
                  "explore",
                  "suggest",
                  "search",
                  "snippet",
                  "saved",
                  "analysis",
                  "article",
                  "date",
                  "entity",
                  "gg.jte")),
          Map.entry(
              "server",
              Set.of(
                  "",
                  "query",
                  "index",
                  "facet",
                  "explore",
                  "suggest",
                  "search",
                  "saved",
                  "entity",
                  "json",
                  "page",
                  "io.helidon",
                  "io.prometheus")),
          Map.entry("eval", Set.of("", "query", "search")),
          Map.entry(
              "",
              Set.of(
                  "config", "corpus", "article", "entity", "query", "index", "cluster", "ingest",
                  "explore", "search", "saved", "suggest")));

  @ArchTest
  static final ArchRule imports =
      classes()
          .that(resideInAPackage(ROOT + "..").and(notIn("cli")))
          .should(importOnlyWhatTheTableAllows());

  @ArchTest
  static final ArchRule noPackageBelowTheFirstLevel =
      noClasses().should().resideInAPackage("org.fihris.*.*..");

  @ArchTest
  static final ArchRule noVagueNames =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  @ArchTest
  static final ArchRule noLuceneInThePublicApi =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(ROOT, ROOT + ".article..", ROOT + ".query..", ROOT + ".search..")
          .or()
          .areDeclaredInClassesThat()
          .belongToAnyOf(Snippet.class)
          .should()
          .notHaveRawReturnType(resideInAPackage("org.apache.lucene.."))
          .andShould(takeNoLuceneType());

  private static DescribedPredicate<JavaClass> notIn(String name) {
    return DescribedPredicate.describe(
        "not in " + name, type -> !type.getPackageName().equals(ROOT + "." + name));
  }

  private static ArchCondition<com.tngtech.archunit.core.domain.JavaMethod> takeNoLuceneType() {
    return new ArchCondition<>("take no Lucene type") {
      @Override
      public void check(
          com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
        method.getRawParameterTypes().stream()
            .filter(type -> type.getPackageName().startsWith("org.apache.lucene"))
            .forEach(
                type -> events.add(SimpleConditionEvent.violated(method, method + " takes it")));
      }
    };
  }

  private static ArchCondition<JavaClass> importOnlyWhatTheTableAllows() {
    return new ArchCondition<>("import only what docs/architecture.md allows") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String room = room(type.getPackageName());
        Set<String> allowed = MAY_IMPORT.get(room);
        if (allowed == null) {
          events.add(
              SimpleConditionEvent.violated(type, "package " + room + " is not in the table"));
          return;
        }
        type.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(target -> !permitted(target.getPackageName(), room, allowed))
            .forEach(
                target ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " imports " + target.getName())));
      }
    };
  }

  private static boolean permitted(String target, String room, Set<String> allowed) {
    if (target.isEmpty() || target.startsWith("java") || target.startsWith("org.jspecify")) {
      return true;
    }
    if (target.equals(ROOT) || target.startsWith(ROOT + ".")) {
      return room(target).equals(room) || allowed.contains(room(target));
    }
    if (target.startsWith("org.apache.lucene")) {
      return allowed.contains(LUCENE);
    }
    return allowed.stream().anyMatch(prefix -> prefix.contains(".") && target.startsWith(prefix));
  }

  private static String room(String packageName) {
    return packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
  }

  /** The plugin is not compiled with the rest, so its sources are read. */
  @Test
  void thePluginImportsOnlyWhatTheTableAllows() throws IOException {
    List<String> allowed =
        List.of(
            "java.",
            "org.jspecify.",
            "org.apache.lucene.",
            "org.opensearch.",
            ROOT + ".analysis.",
            ROOT + ".config.",
            ROOT + ".text.",
            ROOT + ".wire.");
    try (Stream<Path> files = Files.list(Path.of("src/plugin/java/org/fihris/plugin"))) {
      for (Path file : files.toList()) {
        for (String line : Files.readAllLines(file)) {
          String imported = line.replaceFirst("^import (static )?", "");
          if (!imported.equals(line)) {
            org.assertj.core.api.Assertions.assertThat(allowed)
                .as("%s: %s", file, line)
                .anyMatch(imported::startsWith);
          }
        }
      }
    }
  }

  @ArchTest
  static void everyPackageIsInTheTable(com.tngtech.archunit.core.domain.JavaClasses all) {
    Set<String> rooms = new TreeSet<>();
    all.forEach(type -> rooms.add(room(type.getPackageName())));
    rooms.remove("cli");
    org.assertj.core.api.Assertions.assertThat(rooms)
        .as("packages and the table of docs/architecture.md")
        .isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
    org.assertj.core.api.Assertions.assertThat(List.copyOf(rooms)).doesNotContain("util", "common");
  }
}
