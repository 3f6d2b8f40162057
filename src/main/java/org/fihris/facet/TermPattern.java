package org.fihris.facet;

import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;

/**
 * Which terms are looked for, ready to be looked for in any number of fields. Immutable, safe for
 * any number of threads.
 */
public final class TermPattern {
  private final Automaton automaton;
  private final CompiledAutomaton compiled;

  private TermPattern(Automaton automaton, CompiledAutomaton compiled) {
    this.automaton = automaton;
    this.compiled = compiled;
  }

  /** The terms that an automaton accepts; if it is one word or none, that is found out. */
  public static TermPattern of(Automaton automaton) {
    return new TermPattern(automaton, new CompiledAutomaton(automaton, false, true));
  }

  /** As {@link #of}, for what is known to be more than one word. */
  public static TermPattern ofMany(Automaton automaton) {
    return new TermPattern(automaton, new CompiledAutomaton(automaton, false, false));
  }

  /** The automaton, over characters. */
  public Automaton automaton() {
    return automaton;
  }

  /** Whether a term is one of these. The automaton has to be deterministic. */
  public boolean accepts(String term) {
    return Operations.run(automaton, term);
  }

  CompiledAutomaton compiled() {
    return compiled;
  }
}
