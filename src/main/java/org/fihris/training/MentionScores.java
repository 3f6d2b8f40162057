package org.fihris.training;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.entity.EntityRecogniser;
import org.fihris.entity.EntityType;

/**
 * Strict scores of a recogniser on labelled text: a mention is right where its words and its type
 * are just those that are marked.
 *
 * @param types the scores of each type
 */
public record MentionScores(Map<EntityType, Score> types) {

  /**
   * Names that were marked, found, and found rightly.
   *
   * @param marked in the text
   * @param found by the recogniser
   * @param right found and marked
   */
  public record Score(int marked, int found, int right) {

    public double precision() {
      return found == 0 ? 0 : (double) right / found;
    }

    public double recall() {
      return marked == 0 ? 0 : (double) right / marked;
    }

    public double f1() {
      return marked + found == 0 ? 0 : 2.0 * right / (marked + found);
    }

    Score plus(Score other) {
      return new Score(marked + other.marked, found + other.found, right + other.right);
    }
  }

  private static final Score NOTHING = new Score(0, 0, 0);

  /** The scores of a recogniser on some texts. */
  public static MentionScores of(List<LabelledText> texts, EntityRecogniser recogniser) {
    Map<EntityType, Score> types = new EnumMap<>(EntityType.class);
    for (EntityType type : EntityType.values()) {
      types.put(type, NOTHING);
    }
    for (LabelledText text : texts) {
      Set<LabelledText.Name> found = new HashSet<>();
      recogniser.recognise(text.text()).forEach(mention -> found.add(text.name(mention)));
      text.names().forEach(name -> types.merge(name.type(), new Score(1, 0, 0), Score::plus));
      for (LabelledText.Name name : found) {
        int right = text.names().contains(name) ? 1 : 0;
        types.merge(name.type(), new Score(0, 1, right), Score::plus);
      }
    }
    return new MentionScores(Map.copyOf(types));
  }

  /** The score of all types together. */
  public Score all() {
    return types.values().stream().reduce(NOTHING, Score::plus);
  }
}
