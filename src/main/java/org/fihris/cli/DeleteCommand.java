package org.fihris.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.fihris.NewsIndex;
import org.fihris.NewsWriter;
import org.fihris.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "delete", description = "Delete articles by id.")
final class DeleteCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "ID", description = "Ids to delete.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    NewsIndex target = index.open();
    target.requireExisting();
    try (NewsWriter writer = target.writer()) {
      int deleted = writer.delete(new LinkedHashSet<>(ids));
      writer.commit();
      if (json) {
        Json.print(spec.commandLine().getOut(), Json.object("deleted", deleted));
      } else {
        spec.commandLine().getOut().println(deleted + " deleted");
      }
      return deleted == 0 ? Main.NOTHING_FOUND : 0;
    }
  }
}
