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
 * Loads {@link NewsStemFilter} by name. Arguments {@code stems}, {@code verbs} and {@code words}:
 * files in the place of {@code stems.tsv}, {@code verbs.tsv} and {@code lexicon.txt}; without one
 * of them the table packed with the engine. The filter belongs behind {@link FoldingCharFilter}.
 */
public final class NewsStemFilterFactory extends TokenFilterFactory implements ResourceLoaderAware {
  public static final String NAME = "fihrisStem";

  private final @Nullable String stems;
  private final @Nullable String verbs;
  private final @Nullable String words;
  private @Nullable Lexicon lexicon;

  public NewsStemFilterFactory(Map<String, String> args) {
    super(args);
    stems = get(args, "stems");
    verbs = get(args, "verbs");
    words = get(args, "words");
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("Unknown parameters: " + args);
    }
  }

  /** Only for the service loader, which lists factories without making one. */
  public NewsStemFilterFactory() {
    throw defaultCtorException();
  }

  @Override
  public void inform(ResourceLoader loader) throws IOException {
    lexicon =
        Lexicon.of(
            lines(loader, stems, Lexicon.STEMS_FILE),
            lines(loader, verbs, Lexicon.VERBS_FILE),
            lines(loader, words, Lexicon.WORDS_FILE));
  }

  private List<ConfigLine> lines(ResourceLoader loader, @Nullable String file, String packaged)
      throws IOException {
    if (file == null) {
      return IndexConfig.packaged().lines(packaged);
    }
    List<ConfigLine> lines = new ArrayList<>();
    for (String line : getLines(loader, file)) {
      lines.add(new ConfigLine(file, lines.size() + 1, line));
    }
    return lines;
  }

  @Override
  public TokenStream create(TokenStream input) {
    if (lexicon == null) {
      throw new IllegalStateException("inform() comes before create()");
    }
    return new NewsStemFilter(input, lexicon);
  }
}
