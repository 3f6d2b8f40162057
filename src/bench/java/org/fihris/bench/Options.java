package org.fihris.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks for.
 *
 * @param articles how many of the corpus to take, from its beginning; {@link Growth} makes those it
 *     lacks; 0 for all it has
 */
record Options(Path corpus, long articles, int rounds, int queries, boolean json) {
  static final String USAGE =
      """
      Usage: bin/bench CORPUS.jsonl[.gz] [--docs N] [--rounds N] [--queries N] [--json]
      Times Fihris and a bare-Lucene floor on the same articles and prints the ratios.
        --docs N     take the first N articles, and make those of its sentences that it lacks;
                     without it, all that it has
        --rounds N   index this many times; default 3
        --queries N  ask this many queries; default 500
        --json       print one JSON object (docs/performance.md)""";

  /**
   * @throws BadInputException if they make no sense
   */
  static Options of(List<String> arguments) {
    Deque<String> left = new ArrayDeque<>(arguments);
    Path corpus = null;
    long articles = 0;
    long rounds = 3;
    long queries = 500;
    boolean json = false;
    while (!left.isEmpty()) {
      String argument = left.pop();
      switch (argument) {
        case "--docs" -> articles = number(argument, left.poll(), Integer.MAX_VALUE);
        case "--rounds" -> rounds = number(argument, left.poll(), 1000);
        case "--queries" -> queries = number(argument, left.poll(), 100_000);
        case "--json" -> json = true;
        default -> corpus = corpus(argument, corpus);
      }
    }
    if (corpus == null) {
      throw new BadInputException("which corpus? Name a JSONL file.\n" + USAGE);
    }
    return new Options(corpus, articles, (int) rounds, (int) queries, json);
  }

  private static Path corpus(String argument, @Nullable Path before) {
    if (argument.startsWith("-")) {
      throw new BadInputException("there is no option " + argument + ".\n" + USAGE);
    }
    if (before != null) {
      throw new BadInputException("one corpus at a time, not " + before + " and " + argument);
    }
    Path corpus = Path.of(argument);
    if (!Files.isRegularFile(corpus) || !Files.isReadable(corpus)) {
      throw new BadInputException(argument + ": is no file that can be read");
    }
    return corpus;
  }

  private static long number(String option, @Nullable String value, long most) {
    try {
      long number = value == null ? 0 : Long.parseLong(value);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new BadInputException(
        option + " takes a number from 1 to " + most + ", not " + (value == null ? "none" : value));
  }
}
