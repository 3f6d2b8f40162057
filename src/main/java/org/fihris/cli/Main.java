package org.fihris.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fihris.config.ConfigException;
import org.fihris.corpus.CorpusException;
import org.fihris.eval.EvalException;
import org.fihris.export.ExportException;
import org.fihris.index.IndexException;
import org.fihris.search.CursorException;
import org.fihris.server.ServerException;
import org.fihris.training.LabelledTextException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The entry point of the command line. */
@Command(
    name = "fihris",
    description = "A search engine for Arabic news.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:something was found or done",
      " 1:nothing was found",
      " 2:an error; the message says what to do"
    },
    subcommands = {
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
      AutoComplete.GenerateCompletion.class
    })
public final class Main implements Runnable {

  /** The exit code of every error. */
  static final int ERROR = 2;

  static final int NOTHING_FOUND = 1;

  /** Lucene logs that a module for vector search is missing, which this engine does not use. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  /** Helidon logs its start and what clients do; what goes wrong is said by the server. */
  private static final Logger HELIDON = Logger.getLogger("io.helidon");

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] args) {
    LUCENE.setLevel(Level.SEVERE);
    HELIDON.setLevel(Level.OFF);
    PrintWriter out = StandardOutput.open(new FileOutputStream(FileDescriptor.out));
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exit = run(out, err, args);
    err.flush();
    System.exit(exit);
  }

  /** Runs one command line and returns its exit code; for {@link #main} and for tests. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    try {
      int exit = execute(out, err, args);
      out.flush();
      return exit;
    } catch (StandardOutput.Lost e) {
      return lost(e, err);
    } catch (OutOfMemoryError e) {
      err.println(
          "fihris: out of memory ("
              + e.getMessage()
              + "). Give Java more: FIHRIS_JAVA_OPTS=-Xmx4g");
      return ERROR;
    } catch (StackOverflowError e) { // other errors end the program anyway
      return fault(e, err);
    }
  }

  private static int execute(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line =
        new CommandLine(new Main())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setAbbreviatedOptionsAllowed(false)
            .setExpandAtFiles(false) // a query may begin with @
            .setExecutionExceptionHandler(new Failures())
            .setParameterExceptionHandler(Main::misused);
    // A word of a query may begin with a hyphen; SearchOptions tells it from a misspelt option.
    line.getSubcommands()
        .forEach(
            (name, command) ->
                command.setUnmatchedOptionsArePositionalParams(
                    List.of("search", "facets", "explain", "export", "significant")
                        .contains(name)));
    return line.execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }

  private static int misused(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(line.getColorScheme().errorText("fihris: " + e.getMessage()));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.print(line.getHelp().synopsisHeading() + line.getHelp().synopsis(0));
    err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return ERROR;
  }

  /** Faults that the user can mend are one sentence; anything else is a fault of the engine. */
  private static final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
      PrintWriter err = line.getErr();
      if (e instanceof StandardOutput.Lost lost) {
        return lost(lost, err);
      }
      line.getOut().flush();
      String message =
          switch (e) {
            case IndexException known -> known.getMessage();
            case ConfigException known -> known.getMessage();
            case CorpusException known -> known.getMessage();
            case EvalException known -> known.getMessage();
            case CursorException known -> known.getMessage();
            case ExportException known -> known.getMessage();
            case ServerException known -> known.getMessage();
            case LabelledTextException known -> known.getMessage();
            case UncheckedIOException io -> io.getMessage();
            default -> null;
          };
      if (message == null) {
        return fault(e, err);
      }
      err.println(line.getColorScheme().errorText("fihris: " + message));
      trace(e, err);
      return ERROR;
    }
  }

  private static int fault(Throwable e, PrintWriter err) {
    err.println(
        "fihris: a fault in Fihris itself ("
            + e
            + "). Set FIHRIS_DEBUG=1 to see where, and please report it.");
    trace(e, err);
    return ERROR;
  }

  /** A reader who has seen enough, as head, need not be told; a full disk must. */
  private static int lost(StandardOutput.Lost e, PrintWriter err) {
    if (!e.readerHasGone()) {
      err.println("fihris: the results could not be written to their end: " + e.getMessage());
    }
    return ERROR;
  }

  private static void trace(Throwable e, PrintWriter err) {
    if (System.getenv("FIHRIS_DEBUG") != null) {
      e.printStackTrace(err);
    }
    err.flush();
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {
        "fihris " + (version == null ? "(not packaged)" : version),
        "Lucene " + org.apache.lucene.util.Version.LATEST,
        "Java " + Runtime.version()
      };
    }
  }
}
