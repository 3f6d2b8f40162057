package org.fihris.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.fihris.NewsIndex;
import org.fihris.entity.Entity;
import org.fihris.explore.RelatedEntity;
import org.fihris.explore.RelatedRequest;
import org.fihris.query.Filters;
import org.fihris.query.LabelLanguage;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The entity that a command looks at, in its index, and what is wanted of it. */
final class OneEntity {
  @Mixin private IndexArgument index = new IndexArgument();

  @Parameters(
      index = "1",
      paramLabel = "ID",
      description = "The id, as facets show it, or a name that only one entity has.")
  private String idOrName = "";

  @Mixin private DaysOption days = new DaysOption();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      defaultValue = "20",
      description = "Show this many related entities; default ${DEFAULT-VALUE}.")
  private int limit = 20;

  @Option(
      names = "--min-together",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Related entities have this many articles together at least; default ${DEFAULT-VALUE}.")
  private int minTogether = 3;

  @Mixin private LanguageOption labels = new LanguageOption();

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  NewsIndex index() {
    return index.open();
  }

  /** The request for related ones; a number out of its range is misuse of the command. */
  RelatedRequest request() {
    return Checked.arguments(
        spec,
        () -> new RelatedRequest(minTogether, limit, Filters.NONE.withDays(days.from, days.to)));
  }

  /** The entity that was asked for; null, with a word to the user, where there is not just one. */
  @Nullable Entity find(NewsSearcher searcher) {
    PrintWriter err = spec.commandLine().getErr();
    Notes.print(searcher.warnings(), err);
    List<Entity> found = searcher.entities().find(idOrName);
    if (found.size() == 1) {
      return found.getFirst();
    }
    err.println(
        found.isEmpty()
            ? "fihris: no entity is known by the name " + idOrName
            : "fihris: "
                + idOrName
                + " may mean several entities; name one by its id: "
                + found.stream().map(Entity::id).collect(Collectors.joining(", ")));
    return null;
  }

  static String label(Entity entity, LabelLanguage language) {
    return switch (language) {
      case ARABIC -> entity.labelAr();
      case ENGLISH -> entity.labelEn();
    };
  }

  void print(Screen screen, List<RelatedEntity> related) {
    for (RelatedEntity other : related) {
      screen.line(
          String.format(
                  java.util.Locale.ROOT,
                  "%,9.1f  %,7d of %,7d  ",
                  other.lift(),
                  other.together(),
                  other.articles())
              + screen.text(label(other.entity(), labels.language))
              + "  "
              + screen.faint(other.entity().id()));
    }
  }
}
