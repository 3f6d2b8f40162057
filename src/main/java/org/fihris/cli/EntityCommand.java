package org.fihris.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fihris.entity.Entity;
import org.fihris.explore.EntityPage;
import org.fihris.facet.FacetValue;
import org.fihris.json.EntityJson;
import org.fihris.json.Json;
import org.fihris.search.NewsSearcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "entity", description = "Show what an index knows of one entity.")
final class EntityCommand implements Callable<Integer> {
  private static final int MOST_SOURCES = 20;

  @Mixin private OneEntity asked = new OneEntity();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (NewsSearcher searcher = asked.index().searcher()) {
      Entity entity = asked.find(searcher);
      if (entity == null) {
        return Main.NOTHING_FOUND;
      }
      EntityPage page = searcher.entities().page(entity, asked.request());
      if (asked.json) {
        Json.print(spec.commandLine().getOut(), EntityJson.page(page));
      } else {
        print(page);
      }
      return 0;
    }
  }

  private void print(EntityPage page) {
    Screen screen = new Screen(spec);
    Entity entity = page.entity();
    screen.line(
        screen.bold(screen.text(entity.labelAr()))
            + "  "
            + screen.text(entity.labelEn())
            + "  "
            + screen.faint(Json.key(entity.type()) + " " + entity.id()));
    screen.line(
        String.format(
            Locale.ROOT, "%,d articles%s", page.articles(), page.hidden() ? ", hidden" : ""));
    if (!page.merged().isEmpty()) {
      screen.line("merged into it: " + String.join(", ", page.merged()));
    }
    screen.line("names: " + screen.text(String.join("، ", page.names())));
    screen.line();
    screen.line(screen.bold("spellings"));
    for (EntityPage.Spelling spelling : page.spellings()) {
      count(screen, spelling.articles(), screen.text(spelling.text()));
    }
    counts(screen, "months", page.months());
    counts(screen, "sources", page.sources().stream().limit(MOST_SOURCES).toList());
    screen.line();
    screen.line(screen.bold("related (lift, articles together of its articles)"));
    asked.print(screen, page.related());
  }

  private static void counts(Screen screen, String title, List<FacetValue> values) {
    screen.line();
    screen.line(screen.bold(title));
    for (FacetValue value : values) {
      count(screen, value.count(), screen.text(value.label()));
    }
  }

  private static void count(Screen screen, long count, String what) {
    screen.line(String.format(Locale.ROOT, "%,9d  ", count) + what);
  }
}
