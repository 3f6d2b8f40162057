package org.fihris.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.apache.lucene.util.automaton.Transition;

/**
 * Automata over code points as a line of text: the states in order, each with its transitions in
 * order, as numbers of as many bytes as they need, in base64. Safe for any number of threads.
 */
public final class AutomatonCodec {
  private static final byte FORMAT = 1;

  /** What a node makes of an automaton takes about a kilobyte for each state. */
  static final int STATES = 20_000;

  static final int TRANSITIONS = 60_000;

  /** Steps of making an automaton deterministic. */
  private static final int WORK = 20_000;

  private AutomatonCodec() {}

  /**
   * @throws WireException if the automaton is larger than a node takes, or is not deterministic and
   *     costs too much to be made so
   */
  public static String text(Automaton automaton) {
    Automaton deterministic = deterministic(automaton);
    int states = deterministic.getNumStates();
    requireFit(states, deterministic.getNumTransitions());
    Numbers out = new Numbers();
    out.add(FORMAT);
    out.add(states);
    Transition transition = new Transition();
    for (int state = 0; state < states; state++) {
      int count = deterministic.initTransition(state, transition);
      out.add(count << 1 | (deterministic.isAccept(state) ? 1 : 0));
      int free = 0;
      for (int i = 0; i < count; i++) {
        deterministic.getNextTransition(transition);
        out.add(transition.dest);
        out.add(transition.min - free);
        out.add(transition.max - transition.min);
        free = transition.max + 1;
      }
    }
    return Base64.getEncoder().encodeToString(out.bytes());
  }

  private static Automaton deterministic(Automaton automaton) {
    try {
      return Operations.determinize(automaton, WORK);
    } catch (TooComplexToDeterminizeException e) {
      throw new WireException("The automaton costs too much to be made deterministic.", e);
    }
  }

  private static void requireFit(int states, long transitions) {
    if (states > STATES || transitions > TRANSITIONS) {
      throw new WireException(
          "An automaton has more than " + STATES + " states or " + TRANSITIONS + " transitions.");
    }
  }

  /**
   * The automaton of a text; deterministic.
   *
   * @throws WireException if it is none, or larger than a node takes
   */
  public static Automaton automaton(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
      ByteArrayDataInput in = new ByteArrayDataInput(bytes);
      if (in.readVInt() != FORMAT) {
        throw new WireException("The automaton is of another format.");
      }
      return automaton(in);
    } catch (WireException e) {
      throw e;
    } catch (RuntimeException e) {
      // Base64 that is none, an end before the end, numbers that are none.
      throw new WireException("The automaton cannot be read.", e);
    }
  }

  private static Automaton automaton(ByteArrayDataInput in) {
    int states = in.readVInt();
    if (states < 0 || states > in.length()) {
      throw new WireException("The automaton cannot be read.");
    }
    requireFit(states, 0);
    Automaton automaton = new Automaton();
    for (int state = 0; state < states; state++) {
      automaton.createState();
    }
    long transitions = 0;
    for (int state = 0; state < states; state++) {
      int head = in.readVInt();
      int count = head >>> 1;
      automaton.setAccept(state, (head & 1) == 1);
      transitions += count;
      requireFit(states, transitions);
      readTransitions(in, automaton, state, count);
    }
    automaton.finishState();
    if (!in.eof() || !automaton.isDeterministic()) {
      throw new WireException("The automaton cannot be read.");
    }
    return automaton;
  }

  private static void readTransitions(
      ByteArrayDataInput in, Automaton automaton, int state, int count) {
    long free = 0;
    for (int i = 0; i < count; i++) {
      int to = in.readVInt();
      long from = free + in.readVInt();
      long last = from + in.readVInt();
      if (to < 0
          || to >= automaton.getNumStates()
          || from < free
          || last < from
          || last > Character.MAX_CODE_POINT) {
        throw new WireException("The automaton cannot be read.");
      }
      automaton.addTransition(state, to, (int) from, (int) last);
      free = last + 1;
    }
  }

  /** Numbers of seven bits a byte, as Lucene reads them. */
  private static final class Numbers {
    private byte[] bytes = new byte[256];
    private int length;

    void add(int number) {
      if (length + 5 > bytes.length) {
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      }
      int rest = number;
      while ((rest & ~0x7F) != 0) {
        bytes[length++] = (byte) (rest & 0x7F | 0x80);
        rest >>>= 7;
      }
      bytes[length++] = (byte) rest;
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, length);
    }
  }
}
