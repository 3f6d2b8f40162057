package org.fihris.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fihris.EntityCorrections;
import org.fihris.NewsIndex;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityEdit;
import org.fihris.entity.EntityEdits;
import org.fihris.explore.AliasProposal;
import org.fihris.explore.AliasRequest;
import org.fihris.index.EntityEditsFile;
import org.fihris.json.EntityJson;
import org.fihris.json.Json;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "alias",
    synopsisSubcommandLabel =
        "(merge | split | rename | hide | add | propose | undo | list | print | replace)",
    description =
        "Correct the entities of an index after the fact, in its table "
            + EntityEditsFile.NAME
            + " (docs/entities-in-search.md). In force from the next search on.")
final class AliasCommand implements Runnable {
  @Mixin private IndexArgument index = new IndexArgument();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: merge, split, rename, hide, add, propose, undo, list, print"
            + " or replace.");
  }

  private NewsIndex index() {
    return index.open();
  }

  private EntityCorrections corrections() {
    return index().corrections();
  }

  private int add(EntityEdit edit) {
    report(corrections().add(List.of(edit)));
    return 0;
  }

  private void report(EntityEdits edits) {
    spec.commandLine().getOut().println(inForce(edits));
  }

  private static String inForce(EntityEdits edits) {
    return edits.lines().size()
        + (edits.lines().size() == 1 ? " edit is" : " edits are")
        + " in force from the next search on";
  }

  @Command(
      name = "merge",
      description = "Show, count and find one entity as another of the same type.")
  int merge(
      @Parameters(paramLabel = "ID", description = "The entity that is no more.") String from,
      @Parameters(paramLabel = "INTO", description = "The entity it is shown as.") String into) {
    return add(new EntityEdit.Merge(from, into));
  }

  @Command(
      name = "split",
      description = "Show an entity under one of its spellings as another, which may be new.")
  int split(
      @Parameters(paramLabel = "ID", description = "The entity.") String from,
      @Parameters(
              paramLabel = "SPELLING",
              description = "The spelling, as 'fihris entity' shows it.")
          String spelling,
      @Parameters(paramLabel = "INTO", description = "The id it is shown under then.")
          String into) {
    return add(new EntityEdit.Split(from, spelling, into));
  }

  @Command(name = "rename", description = "Give an entity another label in one or both languages.")
  int rename(
      @Parameters(paramLabel = "ID", description = "The entity.") String id,
      @Option(names = "--ar", paramLabel = "LABEL", description = "The Arabic label.")
          @Nullable String labelAr,
      @Option(names = "--en", paramLabel = "LABEL", description = "The English label.")
          @Nullable String labelEn) {
    if (labelAr == null && labelEn == null) {
      throw new ParameterException(spec.commandLine(), "Give a label: --ar LABEL, --en LABEL.");
    }
    List<Entity> known;
    try (NewsSearcher searcher = index().searcher()) {
      known = searcher.entitiesWithId(id);
    }
    String oldAr = known.isEmpty() ? id : known.getFirst().labelAr();
    String oldEn = known.isEmpty() ? id : known.getFirst().labelEn();
    return add(
        new EntityEdit.Rename(
            id, labelAr == null ? oldAr : labelAr, labelEn == null ? oldEn : labelEn));
  }

  @Command(name = "hide", description = "Show an entity nowhere; by its id it is found still.")
  int hide(@Parameters(paramLabel = "ID", description = "The entity.") String id) {
    return add(new EntityEdit.Hide(id));
  }

  @Command(name = "add", description = "Give an entity one more name to ask for it by.")
  int addName(
      @Parameters(paramLabel = "ID", description = "The entity.") String id,
      @Parameters(paramLabel = "NAME", description = "The name.") String name) {
    return add(new EntityEdit.Alias(id, name));
  }

  @Command(
      name = "propose",
      description =
          "Show persons that are probably one under two spellings, the surest first"
              + " (docs/entities-in-search.md).")
  int propose(
      @Option(
              names = "--least",
              paramLabel = "SCORE",
              defaultValue = "0.04",
              description =
                  "The score of a proposal is at least this; lower for more and worse ones;"
                      + " default ${DEFAULT-VALUE}.")
          double least,
      @Option(
              names = {"-n", "--limit"},
              paramLabel = "N",
              defaultValue = "" + Integer.MAX_VALUE,
              showDefaultValue = CommandLine.Help.Visibility.NEVER,
              description = "At most this many; by default all.")
          int limit,
      @Option(
              names = "--apply",
              description =
                  "Make them merges in " + EntityEditsFile.NAME + ", each with its reason.")
          boolean apply,
      @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
          boolean json) {
    AliasRequest request = Checked.arguments(spec, () -> new AliasRequest(least, limit));
    List<AliasProposal> proposals;
    try (NewsSearcher searcher = index().searcher()) {
      Notes.print(searcher.warnings(), spec.commandLine().getErr());
      proposals = searcher.entities().aliases(request);
    }
    if (apply && !proposals.isEmpty()) {
      EntityEdits edits = corrections().accept(proposals);
      spec.commandLine().getErr().println(inForce(edits));
    }
    if (json) {
      Json.print(spec.commandLine().getOut(), EntityJson.proposals(proposals, apply));
    } else {
      Screen screen = new Screen(spec);
      proposals.forEach(proposal -> print(screen, proposal));
    }
    return proposals.isEmpty() ? Main.NOTHING_FOUND : 0;
  }

  private static void print(Screen screen, AliasProposal proposal) {
    screen.line(
        String.format(Locale.ROOT, "%5.2f  ", proposal.score())
            + screen.bold(screen.text(proposal.from().labelAr()))
            + " is "
            + screen.bold(screen.text(proposal.into().labelAr()))
            + "  "
            + screen.faint(proposal.from().id() + " " + proposal.into().id()));
    screen.line(
        String.format(
                Locale.ROOT,
                "       %d spelt differently, %,d and %,d articles, %,d together; %,d named with"
                    + " both (%.0f%%, evidence %.1f): ",
                proposal.likeness().differences(),
                proposal.articles(),
                proposal.intoArticles(),
                proposal.together(),
                proposal.company(),
                100 * proposal.share(),
                proposal.evidence())
            + proposal.nearest().stream()
                .map(entity -> screen.text(entity.labelAr()))
                .collect(Collectors.joining("، ")));
  }

  @Command(name = "undo", description = "Take an edit back.")
  int undo(
      @Parameters(
              paramLabel = "LINE",
              arity = "0..1",
              defaultValue = "0",
              description = "The line it stands in, as 'list' shows it; by default the last one.")
          int line,
      @Option(
              names = "--proposed",
              description = "Take all merges back that 'propose --apply' made.")
          boolean proposed) {
    report(proposed ? corrections().removeAccepted() : corrections().remove(line));
    return 0;
  }

  @Command(name = "list", description = "Show the edits in force.")
  int list(
      @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
          boolean json) {
    EntityEditsFile.InForce inForce = corrections().inForce();
    if (inForce.problem() != null) {
      spec.commandLine().getErr().println("note: " + inForce.problem());
    }
    if (json) {
      Json.print(spec.commandLine().getOut(), EntityJson.edits(inForce));
    } else {
      Screen screen = new Screen(spec);
      for (EntityEdits.Line line : inForce.edits().lines()) {
        String text = line.text().replace("\t", "  ");
        screen.line(String.format(Locale.ROOT, "%5d  ", line.number()) + Screen.plain(text));
      }
    }
    return inForce.edits().isEmpty() ? Main.NOTHING_FOUND : 0;
  }

  @Command(name = "print", description = "Print the table of the edits as it stands.")
  int printTable() {
    spec.commandLine().getOut().print(corrections().content());
    return 0;
  }

  @Command(
      name = "replace",
      description = "Put another table in the place of the one that is there, broken or not.")
  int replace(
      @Parameters(paramLabel = "FILE", description = "As 'print' gives it; - for standard input.")
          String file)
      throws IOException {
    TableFile table = TableFile.read(file);
    report(corrections().replace(table.name(), table.content()));
    return 0;
  }
}
