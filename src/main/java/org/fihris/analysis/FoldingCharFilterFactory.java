package org.fihris.analysis;

import java.io.Reader;
import java.util.Map;
import org.apache.lucene.analysis.CharFilterFactory;

/**
 * Loads {@link FoldingCharFilter} by name. Argument {@code exact}: {@code true} to keep hamza and
 * vowel marks; {@code false} without it.
 */
public final class FoldingCharFilterFactory extends CharFilterFactory {
  public static final String NAME = "fihrisFolding";

  private final boolean exact;

  public FoldingCharFilterFactory(Map<String, String> args) {
    super(args);
    exact = getBoolean(args, "exact", false);
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("Unknown parameters: " + args);
    }
  }

  /** Only for the service loader, which lists factories without making one. */
  public FoldingCharFilterFactory() {
    throw defaultCtorException();
  }

  @Override
  public Reader create(Reader input) {
    return exact ? FoldingCharFilter.exact(input) : new FoldingCharFilter(input);
  }

  @Override
  public Reader normalize(Reader input) {
    return create(input);
  }
}
