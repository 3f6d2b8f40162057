package org.fihris.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Replaces a word by the spelling under which its class is indexed. */
public final class SpellingClassFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final SpellingClasses classes;

  public SpellingClassFilter(TokenStream input, SpellingClasses classes) {
    super(input);
    this.classes = classes;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String canonical = classes.canonical(term.buffer(), term.length());
    if (canonical != null) {
      term.setEmpty().append(canonical);
    }
    return true;
  }
}
