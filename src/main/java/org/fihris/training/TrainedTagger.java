package org.fihris.training;

import java.util.List;
import org.fihris.entity.EntityRecogniser;
import org.fihris.entity.Gazetteer;
import org.fihris.entity.TaggerModel;
import org.jspecify.annotations.Nullable;

/**
 * A trained tagger and what it adds.
 *
 * @param without the scores of tables and grammar alone on text that was kept out of the training;
 *     null where none was
 * @param with those of tables, grammar and tagger
 */
public record TrainedTagger(
    TaggerModel model, @Nullable MentionScores without, @Nullable MentionScores with) {

  /** Measures a model on texts that it was not trained on; on none, both scores are null. */
  public static TrainedTagger measured(
      TaggerModel model, Gazetteer gazetteer, List<LabelledText> keptOut) {
    return keptOut.isEmpty()
        ? new TrainedTagger(model, null, null)
        : new TrainedTagger(
            model,
            MentionScores.of(keptOut, new EntityRecogniser(gazetteer, null)),
            MentionScores.of(keptOut, new EntityRecogniser(gazetteer, model)));
  }
}
