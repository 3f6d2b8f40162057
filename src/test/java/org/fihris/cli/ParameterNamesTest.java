package org.fihris.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.fihris.query.SearchParameters;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Who knows the options of the command line knows the parameters of the server. */
final class ParameterNamesTest {

  @Test
  void theParametersOfASearchAreNamedAsTheOptions() {
    CommandLine line = Commands.wholeLine();
    Set<String> options = new TreeSet<>();
    for (String command : new String[] {"search", "facets"}) {
      line.getSubcommands()
          .get(command)
          .getCommandSpec()
          .options()
          .forEach(option -> options.add(option.longestName().substring(2)));
    }
    Set<String> parameters = new TreeSet<>(SearchParameters.NAMES);
    parameters.remove("q"); // the words of the command line
    parameters.remove("facet"); // --dim, of which there is one only

    assertThat(options).containsAll(parameters);
  }
}
