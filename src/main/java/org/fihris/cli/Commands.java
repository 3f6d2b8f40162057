package org.fihris.cli;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands of the command line, in the order in which help lists them.
 *
 * <p>To read the annotations of all their options takes longer than many a search, so only commands
 * that are named are made.
 */
final class Commands {
  private static final List<Class<?>> ALL =
      List.of(
          IndexCommand.class,
          SearchCommand.class,
          FacetsCommand.class,
          SuggestCommand.class,
          ExplainCommand.class,
          ExportCommand.class,
          ShowCommand.class,
          SimilarCommand.class,
          TimelineCommand.class,
          SignificantCommand.class,
          StatsCommand.class,
          SourcesCommand.class,
          VerifyCommand.class,
          DeleteCommand.class,
          PushCommand.class,
          PullCommand.class,
          EntityCommand.class,
          RelatedCommand.class,
          TrendsCommand.class,
          GraphCommand.class,
          AliasCommand.class,
          SavedCommand.class,
          ServeCommand.class,
          BatchCommand.class,
          EvalCommand.class,
          ExtractCommand.class,
          RepeatedCommand.class,
          AnalyzeCommand.class,
          DatesCommand.class,
          EntitiesCommand.class,
          TrainEntitiesCommand.class,
          DemoCommand.class,
          RehearseCommand.class,
          HelpCommand.class,
          AutoComplete.GenerateCompletion.class);

  private Commands() {}

  /** The command line, as far as some arguments need it. */
  static CommandLine lineFor(String... args) {
    Class<?> first = args.length == 0 ? null : named(args[0]);
    if (first == AutoComplete.GenerateCompletion.class) {
      return wholeLine(); // a script that completes what is typed knows the options of all
    }
    if (first == null || first == HelpCommand.class) {
      return listOf(Arrays.asList(args));
    }
    return new CommandLine(new Main()).addSubcommand(first);
  }

  /** The command line with all its commands. */
  static CommandLine wholeLine() {
    CommandLine line = new CommandLine(new Main());
    ALL.forEach(line::addSubcommand);
    return line;
  }

  /**
   * The command line with some of its commands; the others are there by name and description, for
   * help and for what to suggest in the place of a misspelt one.
   */
  private static CommandLine listOf(List<String> names) {
    CommandLine line = new CommandLine(new Main());
    for (Class<?> command : ALL) {
      Command about = command.getAnnotation(Command.class);
      line.addSubcommand(names.contains(about.name()) ? command : listed(about));
    }
    return line;
  }

  private static CommandSpec listed(Command about) {
    CommandSpec spec = CommandSpec.create().name(about.name());
    spec.usageMessage().description(about.description()).hidden(about.hidden());
    return spec;
  }

  private static @Nullable Class<?> named(String name) {
    for (Class<?> command : ALL) {
      if (command.getAnnotation(Command.class).name().equals(name)) {
        return command;
      }
    }
    return null;
  }
}
