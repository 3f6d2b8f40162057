package org.fihris.apitests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code in the README compiles, runs, and finds its article. */
class ReadmeTest {
  private static final String PROGRAM =
      """
      import java.nio.file.Path;
      import java.util.List;
      import org.fihris.*;
      import org.fihris.article.*;
      import org.fihris.query.*;
      import org.fihris.search.*;

      public class Readme {
        public static void main(String[] args) throws Exception {
      %s
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void theFirstExampleFindsItsArticle() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    String code = readme.split("```java\n", 2)[1].split("```", 2)[0];

    String printed = run(compiled(PROGRAM.formatted(code)));

    assertThat(printed).contains("ترمب يستقبل الوفد").contains("Snippet[").contains("Mark[");
    assertThat(printed.lines()).hasSize(1);
  }

  @Test
  void itsCommandsAreCommands() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.startsWith("$ bin/fihris "))
            .toList();

    assertThat(lines).hasSizeGreaterThan(3);
    assertThat(lines.stream().map(line -> line.split(" ")[2]))
        .isSubsetOf("index", "search", "facets", "suggest", "demo");
  }

  private Path compiled(String program) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path source = Files.writeString(folder.resolve("Readme.java"), program);
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
      List<String> options =
          List.of("-cp", classPath(), "-d", folder.toString(), "-proc:none", "-Xlint:none");
      compiler
          .getTask(null, files, problems, options, null, files.getJavaFileObjects(source))
          .call();
    }
    assertThat(problems.getDiagnostics())
        .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .isEmpty();
    return folder;
  }

  /** Runs the program in the temporary folder, since the README names a folder without a path. */
  private String run(Path classes) throws Exception {
    Path output = folder.resolve("output.txt");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                classes + System.getProperty("path.separator") + classPath(),
                "Readme")
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).as(Files.readString(folder.resolve("errors.txt"))).isZero();
    return Files.readString(output);
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }
}
