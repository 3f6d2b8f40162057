package org.fihris.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "analyze", description = "Show what each stage of the analysis makes of a text.")
final class AnalyzeCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(arity = "1..*", paramLabel = "TEXT", description = "The text.")
  private List<String> text = new ArrayList<>();

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    String joined = String.join(" ", text);
    List<NewsAnalyzer.StageOutput> stages;
    try (NewsAnalyzer analyzer = new NewsAnalyzer(config.read())) {
      stages = analyzer.trace(joined);
    }
    if (json) {
      Json.print(
          spec.commandLine().getOut(),
          Json.object(
              "text",
              joined,
              "stages",
              stages.stream()
                  .map(stage -> Json.object("stage", stage.stage(), "terms", stage.terms()))
                  .toList()));
    } else {
      Screen screen = new Screen(spec);
      for (NewsAnalyzer.StageOutput stage : stages) {
        screen.line(
            screen.bold(String.format("%-12s", stage.stage()))
                + String.join(" | ", stage.terms().stream().map(screen::text).toList()));
      }
    }
    return stages.getLast().terms().isEmpty() ? Main.NOTHING_FOUND : 0;
  }
}
