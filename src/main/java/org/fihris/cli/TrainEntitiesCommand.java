package org.fihris.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fihris.entity.EntityType;
import org.fihris.entity.Gazetteer;
import org.fihris.entity.TaggerModel;
import org.fihris.json.Json;
import org.fihris.training.LabelledText;
import org.fihris.training.LabelledTexts;
import org.fihris.training.MentionScores;
import org.fihris.training.TaggerTraining;
import org.fihris.training.TrainedTagger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "train-entities",
    description = {
      "Train a tagger that finds names where tables and grammar are silent.",
      "Put the model into a --config folder as entities/tagger.bin."
    })
final class TrainEntitiesCommand implements Callable<Integer> {
  private static final int KEPT_OUT = 5;

  @Parameters(
      arity = "0..*",
      paramLabel = "LABELLED",
      description =
          "Labelled texts: a word and its label a line (CoNLL), or lines as 'fihris entities'"
              + " prints them.")
  private List<Path> labelled = new ArrayList<>();

  @Option(names = "--output", required = true, paramLabel = "MODEL", description = "The model.")
  private @Nullable Path output;

  @Option(
      names = "--held-out",
      paramLabel = "FILE",
      description =
          "Labelled texts to measure the model on; by default the last fifth of LABELLED, which is"
              + " then kept out of the training.")
  private @Nullable Path heldOut;

  @Option(
      names = "--unlabelled",
      paramLabel = "FILE",
      description = "A text a line, labelled by tables and grammar, to learn from as well.")
  private @Nullable Path unlabelled;

  @Option(
      names = "--threshold",
      paramLabel = "P",
      description = "Leave out names that are less probable; 0 to 1, default 0.7.")
  private double threshold = TaggerTraining.DEFAULT.threshold();

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Mixin private ConfigOption config = new ConfigOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path target = checked(output);
    List<LabelledText> texts = new ArrayList<>();
    labelled.forEach(file -> texts.addAll(LabelledTexts.read(file)));
    List<String> plain = unlabelled == null ? List.of() : LabelledTexts.plain(unlabelled);
    int trained = heldOut == null ? texts.size() - texts.size() / KEPT_OUT : texts.size();
    List<LabelledText> keptOut =
        heldOut == null ? texts.subList(trained, texts.size()) : LabelledTexts.read(heldOut);
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "training on %d labelled and %d unlabelled texts; this may take minutes%n",
        trained, plain.size());
    Gazetteer gazetteer = Gazetteer.of(config.read());
    TaggerModel model =
        new TaggerTraining(TaggerTraining.DEFAULT.rounds(), threshold)
            .train(gazetteer, texts.subList(0, trained), plain, origin());
    byte[] bytes = model.toBytes();
    write(bytes, target);
    TrainedTagger result = TrainedTagger.measured(model, gazetteer, keptOut);
    if (json) {
      Json.print(
          spec.commandLine().getOut(),
          Json.object(
              "labelled",
              trained,
              "unlabelled",
              plain.size(),
              "held_out",
              keptOut.size(),
              "threshold",
              threshold,
              "bytes",
              bytes.length,
              "without",
              scores(result.without()),
              "with",
              scores(result.with())));
    } else {
      print(result, keptOut.size());
    }
    return 0;
  }

  /** Everything that can be wrong with the options is told before the training. */
  private Path checked(@Nullable Path model) {
    if (model == null) {
      throw new IllegalStateException("picocli did not set a required option");
    }
    if (labelled.isEmpty() && unlabelled == null) {
      throw new ParameterException(
          spec.commandLine(), "Name a labelled text, or an unlabelled one with --unlabelled.");
    }
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--threshold takes a number from 0 to 1, not " + threshold);
    }
    Path folder = model.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(model)) {
      throw new ParameterException(
          spec.commandLine(), "--output: " + model + " is no file in an existing folder");
    }
    return model;
  }

  private String origin() {
    List<Path> files = new ArrayList<>(labelled);
    if (unlabelled != null) {
      files.add(unlabelled);
    }
    return files.stream()
        .map(file -> String.valueOf(file.getFileName()))
        .collect(Collectors.joining(", "));
  }

  private static void write(byte[] bytes, Path target) {
    Path half = target.resolveSibling(target.getFileName() + ".new");
    try {
      Files.write(half, bytes);
      Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(target + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private void print(TrainedTagger result, int keptOut) {
    PrintWriter out = spec.commandLine().getOut();
    MentionScores without = result.without();
    MentionScores with = result.with();
    if (without == null || with == null) {
      spec.commandLine().getErr().println("not measured: no labelled text was kept out");
      return;
    }
    out.printf("strict scores on %d texts that were kept out%n", keptOut);
    out.printf("%-14s%-27s%s%n", "", "tables and grammar", "and the tagger");
    out.printf("%-14s%-27s%s%n", "", "P      R      F1", "P      R      F1");
    for (EntityType type : EntityType.values()) {
      print(out, Json.key(type), score(without, type), score(with, type));
    }
    print(out, "all", without.all(), with.all());
  }

  private static void print(
      PrintWriter out, String name, MentionScores.Score without, MentionScores.Score with) {
    out.printf("%-14s%-27s%s%n", name, figures(without), figures(with));
  }

  private static String figures(MentionScores.Score score) {
    return String.format(
        Locale.ROOT, "%.3f  %.3f  %.3f", score.precision(), score.recall(), score.f1());
  }

  private static @Nullable Map<String, Object> scores(@Nullable MentionScores scores) {
    if (scores == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    for (EntityType type : EntityType.values()) {
      json.put(Json.key(type), figuresOf(score(scores, type)));
    }
    json.put("all", figuresOf(scores.all()));
    return json;
  }

  private static MentionScores.Score score(MentionScores scores, EntityType type) {
    return scores.types().getOrDefault(type, new MentionScores.Score(0, 0, 0));
  }

  private static Map<String, Object> figuresOf(MentionScores.Score score) {
    return Json.object(
        "precision",
        score.precision(),
        "recall",
        score.recall(),
        "f1",
        score.f1(),
        "marked",
        score.marked(),
        "found",
        score.found(),
        "right",
        score.right());
  }
}
