package org.fihris.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.util.ResourceLoader;
import org.apache.lucene.util.ResourceLoaderAware;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.jspecify.annotations.Nullable;

/**
 * Loads {@link SpellingClassFilter} by name. Argument {@code classes}: a file of spelling classes;
 * without it the table packed with the engine.
 */
public final class SpellingClassFilterFactory extends TokenFilterFactory
    implements ResourceLoaderAware {
  public static final String NAME = "fihrisSpelling";

  private final @Nullable String file;
  private @Nullable SpellingClasses classes;

  public SpellingClassFilterFactory(Map<String, String> args) {
    super(args);
    file = get(args, "classes");
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("Unknown parameters: " + args);
    }
  }

  /** Only for the service loader, which lists factories without making one. */
  public SpellingClassFilterFactory() {
    throw defaultCtorException();
  }

  @Override
  public void inform(ResourceLoader loader) throws IOException {
    if (file == null) {
      classes = SpellingClasses.of(IndexConfig.packaged());
      return;
    }
    List<ConfigLine> lines = new ArrayList<>();
    for (String line : getLines(loader, file)) {
      lines.add(new ConfigLine(file, lines.size() + 1, line));
    }
    classes = SpellingClasses.of(lines);
  }

  @Override
  public TokenStream create(TokenStream input) {
    if (classes == null) {
      throw new IllegalStateException("inform() comes before create()");
    }
    return new SpellingClassFilter(input, classes);
  }
}
