package org.fihris.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.fihris.entity.Entity;
import org.fihris.explore.RelatedEntity;
import org.fihris.json.EntityJson;
import org.fihris.json.Json;
import org.fihris.search.NewsSearcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "related",
    description =
        "Show what an entity is named with more often than chance would have it, by lift"
            + " (docs/entities-in-search.md).")
final class RelatedCommand implements Callable<Integer> {
  @Mixin private OneEntity asked = new OneEntity();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (NewsSearcher searcher = asked.index().searcher()) {
      Entity entity = asked.find(searcher);
      if (entity == null) {
        return Main.NOTHING_FOUND;
      }
      List<RelatedEntity> related = searcher.entities().related(entity, asked.request());
      if (asked.json) {
        Json.print(spec.commandLine().getOut(), EntityJson.related(entity, related));
      } else {
        asked.print(new Screen(spec), related);
      }
      return related.isEmpty() ? Main.NOTHING_FOUND : 0;
    }
  }
}
