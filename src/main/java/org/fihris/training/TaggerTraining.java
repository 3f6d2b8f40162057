package org.fihris.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;
import org.fihris.entity.Gazetteer;
import org.fihris.entity.TaggerExample;
import org.fihris.entity.TaggerExamples;
import org.fihris.entity.TaggerModel;
import org.jspecify.annotations.Nullable;

/**
 * Trains a tagger of names: a model of maximum entropy, by L-BFGS with both norms kept small. The
 * same texts in the same order give the same model.
 *
 * @param rounds of the optimiser, at most
 * @param threshold a name that is less probable is left out; 0 to 1
 */
public record TaggerTraining(int rounds, double threshold) {

  /** What has served well. */
  public static final TaggerTraining DEFAULT = new TaggerTraining(100, 0.7);

  private static final double L1 = 0.1;
  private static final double L2 = 0.1;
  private static final long SEED = 20_260_101;

  /** Weights below change nothing that can be seen. */
  private static final double LEAST = 1e-3;

  private static final float IMPOSSIBLE = -1000;

  /**
   * A model of these texts.
   *
   * @param unlabelled texts that tables and grammar label; may be empty
   * @param origin one line that says where the texts are from, kept with the model
   */
  public TaggerModel train(
      Gazetteer gazetteer, List<LabelledText> labelled, List<String> unlabelled, String origin) {
    TaggerExamples examples = new TaggerExamples(gazetteer);
    Features features = new Features();
    List<Event> events = new ArrayList<>();
    for (LabelledText text : labelled) {
      examples.labelled(text.text(), text.spans()).forEach(e -> events.add(features.event(e)));
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (String text : unlabelled) {
      examples.guessed(text, random).forEach(e -> events.add(features.event(e)));
    }
    return model(train(events), origin);
  }

  private AbstractModel train(List<Event> events) {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, rounds);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put(QNTrainer.L1COST_PARAM, L1);
    parameters.put(QNTrainer.L2COST_PARAM, L2);
    parameters.put(
        AbstractEventTrainer.DATA_INDEXER_PARAM, AbstractEventTrainer.DATA_INDEXER_ONE_PASS_VALUE);
    try {
      return (AbstractModel)
          TrainerFactory.getEventTrainer(parameters, new HashMap<>()).train(new Events(events));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is read from anywhere but memory
    }
  }

  private TaggerModel model(AbstractModel trained, String origin) {
    Object[] parts = trained.getDataStructures();
    @SuppressWarnings("unchecked")
    Map<String, Context> contexts = (Map<String, Context>) parts[1];
    Map<Long, float[]> weights = new HashMap<>();
    float[][] transitions = new float[TaggerModel.LABELS][TaggerModel.LABELS];
    contexts.forEach(
        (name, context) -> {
          float[] row = row(trained, context);
          if (Features.isPrevious(name)) {
            transitions[Features.previous(name)] = row;
          } else if (isSeen(row)) {
            weights.put(Features.feature(name), row);
          }
        });
    forbidUnseen(trained, transitions);
    return TaggerModel.of(origin, threshold, weights, transitions);
  }

  /** A label that the texts do not have would be as probable as its weights are: nought. */
  private static void forbidUnseen(AbstractModel trained, float[][] transitions) {
    for (int label = 0; label < TaggerModel.LABELS; label++) {
      if (trained.getIndex(Integer.toString(label)) < 0) {
        for (float[] row : transitions) {
          row[label] = IMPOSSIBLE;
        }
      }
    }
  }

  private static boolean isSeen(float[] row) {
    for (float weight : row) {
      if (Math.abs(weight) >= LEAST) {
        return true;
      }
    }
    return false;
  }

  /** The weights by label. */
  private static float[] row(AbstractModel trained, Context context) {
    float[] row = new float[TaggerModel.LABELS];
    for (int i = 0; i < context.getOutcomes().length; i++) {
      int label = Integer.parseInt(trained.getOutcome(context.getOutcomes()[i]));
      row[label] = (float) context.getParameters()[i];
    }
    return row;
  }

  /** Features by the names that OpenNLP knows them by. */
  private static final class Features {
    private static final String PREVIOUS = "previous";

    private final Map<Long, String> names = new HashMap<>();

    Event event(TaggerExample example) {
      String[] context = new String[example.features().length + 1];
      context[0] = PREVIOUS + example.previous();
      for (int i = 1; i < context.length; i++) {
        context[i] = names.computeIfAbsent(example.features()[i - 1], f -> Long.toHexString(f));
      }
      return new Event(Integer.toString(example.label()), context);
    }

    static boolean isPrevious(String name) {
      return name.startsWith(PREVIOUS);
    }

    static int previous(String name) {
      return Integer.parseInt(name.substring(PREVIOUS.length()));
    }

    static long feature(String name) {
      return Long.parseUnsignedLong(name, 16);
    }
  }

  private static final class Events implements ObjectStream<Event> {
    private final List<Event> all;
    private Iterator<Event> rest;

    Events(List<Event> all) {
      this.all = all;
      rest = all.iterator();
    }

    @Override
    public @Nullable Event read() {
      return rest.hasNext() ? rest.next() : null;
    }

    @Override
    public void reset() {
      rest = all.iterator();
    }
  }
}
