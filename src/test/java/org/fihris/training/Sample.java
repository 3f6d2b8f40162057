package org.fihris.training;

import java.util.List;
import java.util.stream.Collectors;
import org.fihris.config.IndexConfig;
import org.fihris.entity.Gazetteer;
import org.fihris.entity.TaggerModel;

/**
 * A small labelled text with invented names in places where tables and grammar find nothing, and a
 * model of it.
 */
public final class Sample {
  /** Names of the training. */
  private static final List<String> NAMES =
      List.of(
          "زفلوط", "طبلوش", "غرناق", "دقموش", "شبلوط", "كرنوف", "زغلاط", "بقلوش", "ضرغوف", "هرناق");

  /** A name that is none of them, and sentences with it. */
  public static final String UNSEEN = "زرقوش";

  public static final Gazetteer GAZETTEER = Gazetteer.of(IndexConfig.packaged());

  private static final TaggerModel MODEL =
      new TaggerTraining(60, 0.5).train(GAZETTEER, texts(), List.of(), "sample");

  private Sample() {}

  /** Trained once. */
  public static TaggerModel model() {
    return MODEL;
  }

  /** Lines of words and labels: each name and the same sentences with common words. */
  public static String conll() {
    return NAMES.stream().map(Sample::sentences).collect(Collectors.joining("\n"));
  }

  private static String sentences(String name) {
    return """
    عاد O
    %1$s B-PERS
    إلى O
    البيت O

    يسكن O
    %1$s B-PERS
    قرب O
    البحر O

    عاد O
    الطبيب O
    إلى O
    البيت O

    يسكن O
    الناس O
    قرب O
    البحر O
    """
        .formatted(name);
  }

  private static List<LabelledText> texts() {
    return ConllReader.read(java.nio.file.Path.of("sample"), conll().lines().toList());
  }
}
