package org.fihris.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/** Stems folded Arabic words by a {@link Lexicon}; leaves keywords and other scripts alone. */
public final class NewsStemFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final NewsStemmer stemmer;

  public NewsStemFilter(TokenStream input, Lexicon lexicon) {
    super(input);
    stemmer = new NewsStemmer(lexicon);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!keyword.isKeyword()) {
      char[] buffer = term.resizeBuffer(Math.max(term.length(), NewsStemmer.ROOM));
      term.setLength(stemmer.stem(buffer, term.length()));
    }
    return true;
  }
}
