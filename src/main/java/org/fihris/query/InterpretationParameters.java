package org.fihris.query;

import java.util.List;
import java.util.Map;

/** How the text of a search is understood, as parameters. */
final class InterpretationParameters {
  private static final String WORDS = "words";
  private static final String SPELLING = "spelling";
  private static final String SYNTAX = "syntax";
  private static final String NO_ENTITIES = "no-entities";
  private static final String TODAY = "today";

  static final List<String> NAMES = List.of(WORDS, SPELLING, SYNTAX, NO_ENTITIES, TODAY);

  private static final Map<String, Words> OF_WORDS = Map.of("all", Words.ALL, "any", Words.ANY);
  private static final Map<String, Spelling> OF_SPELLING =
      Map.of("any", Spelling.ANY, "typed", Spelling.AS_TYPED);
  private static final Map<String, Syntax> OF_SYNTAX =
      Map.of("fihris", Syntax.FIHRIS, "plain", Syntax.PLAIN, "lucene", Syntax.LUCENE);

  private InterpretationParameters() {}

  static Interpretation read(ParameterValues values) {
    Interpretation usual = Interpretation.USUAL;
    return new Interpretation(
        values.choice(SYNTAX, OF_SYNTAX, usual.syntax()),
        values.choice(WORDS, OF_WORDS, usual.words()),
        values.choice(SPELLING, OF_SPELLING, usual.spelling()),
        values.flag(NO_ENTITIES, false) ? EntityUse.WORDS_ONLY : usual.entityUse(),
        values.day(TODAY));
  }

  static void write(Interpretation how, Map<String, List<String>> names) {
    Interpretation usual = Interpretation.USUAL;
    if (how.words() != usual.words()) {
      names.put(WORDS, List.of(Names.of(how.words(), OF_WORDS)));
    }
    if (how.spelling() != usual.spelling()) {
      names.put(SPELLING, List.of(Names.of(how.spelling(), OF_SPELLING)));
    }
    if (how.syntax() != usual.syntax()) {
      names.put(SYNTAX, List.of(Names.of(how.syntax(), OF_SYNTAX)));
    }
    if (how.entityUse() == EntityUse.WORDS_ONLY) {
      names.put(NO_ENTITIES, List.of("true"));
    }
    if (how.today() != null) {
      names.put(TODAY, List.of(how.today().toString()));
    }
  }
}
