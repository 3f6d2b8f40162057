package org.fihris.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Runs the commands that a newcomer would, on the articles that come with the source, and shows
 * each as it would be typed.
 */
@Command(
    name = "demo",
    description = "Index the articles in testdata and run a few searches on them.")
final class DemoCommand implements Callable<Integer> {

  /** Set by the launcher: the folder the engine was checked out or installed to. */
  private static final String HOME = "fihris.home";

  @Option(
      names = "--index",
      paramLabel = "FOLDER",
      description = "Where to keep the demo's index; default target/demo.idx.")
  private Path index = home().resolve("target").resolve("demo.idx");

  @Spec private CommandSpec spec = CommandSpec.create();

  /** One step: what it shows, and its arguments as they are typed after {@code fihris}. */
  private record Step(String says, List<String> arguments) {
    Step(String says, String... arguments) {
      this(says, List.of(arguments));
    }
  }

  @Override
  public Integer call() {
    Path testdata = home().resolve("testdata");
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isDirectory(testdata)) {
      err.println("fihris: " + testdata + ": the demo's articles are not here; run it in a clone");
      return Main.ERROR;
    }
    List<Step> steps = steps(testdata);
    for (Step step : steps) {
      int exit = run(step);
      if (exit != 0) {
        err.println("fihris: this step of the demo should have ended well; its exit code: " + exit);
        return Main.ERROR;
      }
    }
    next();
    return 0;
  }

  private List<Step> steps(Path testdata) {
    String at = shown(index);
    List<String> build = new ArrayList<>(List.of("index", at, "--rebuild"));
    for (String source :
        List.of("dumps", "news.jsonl", "more.jsonl.gz", "trec", "archive.tar.gz")) {
      build.add(shown(testdata.resolve(source)));
    }
    return List.of(
        new Step(
            "Build an index: page dumps, JSON lines, SGML, compressed or in an archive", build),
        new Step("A search: ترمب finds ترامب too", "search", at, "ترمب بوتين", "-n", "3"),
        new Step(
            "A phrase, since a day, the newest first",
            "search",
            at,
            "\"وقف إطلاق النار\"",
            "--from",
            "2025-01-01",
            "--sort",
            "newest",
            "-n",
            "2"),
        new Step(
            "Drill down: articles that name Egypt, with the other places beside it",
            "search",
            at,
            "--place",
            "مصر",
            "-n",
            "2"),
        new Step("Whom the articles name", "facets", at, "--dim", "person", "-n", "8"),
        new Step("When they were published", "facets", at, "--dim", "month", "-n", "8"));
  }

  private int run(Step step) {
    PrintWriter out = spec.commandLine().getOut();
    Screen screen = new Screen(spec);
    out.println();
    out.println(screen.bold("# " + step.says));
    out.println(
        "$ fihris " + String.join(" ", step.arguments.stream().map(DemoCommand::quoted).toList()));
    out.println();
    String[] arguments = step.arguments.toArray(String[]::new);
    return Main.run(out, spec.commandLine().getErr(), arguments);
  }

  private void next() {
    PrintWriter out = spec.commandLine().getOut();
    String at = shown(index);
    out.println();
    out.println(new Screen(spec).bold("# Try next"));
    out.println("  bin/fihris search " + at + " 'إسطنبول -أوكرانيا'");
    out.println("  bin/fihris search " + at + " 'title:محادثات' --json");
    out.println("  bin/fihris analyze 'وللمسؤولين الأميركيين في إسطنبول'");
    out.println("  bin/fihris index my.idx FOLDER-OR-FILE-OF-YOURS...");
    out.println("  bin/fihris --help");
  }

  private static String quoted(String argument) {
    boolean plain = argument.chars().allMatch(c -> c > ' ' && c != '"' && c != '\'' && c != '(');
    return plain ? argument : "'" + argument + "'";
  }

  private static Path home() {
    return Path.of(System.getProperty(HOME, ""));
  }

  /** A path as a user would type it: relative where it lies below the current folder. */
  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath();
    return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
  }
}
