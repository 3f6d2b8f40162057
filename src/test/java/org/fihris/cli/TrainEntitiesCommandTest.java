package org.fihris.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fihris.cli.Ran.fihris;
import static org.fihris.cli.Ran.fihrisReading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fihris.training.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From labelled text to a model, and with the model to entities and an index. */
class TrainEntitiesCommandTest {
  private static final String TEXT = "عاد " + Sample.UNSEEN + " إلى البيت\n";

  @TempDir private Path folder;
  private Path config;
  private Path model;
  private Path labelled;

  @BeforeEach
  void makeFolders() throws IOException {
    config = Files.createDirectories(folder.resolve("config/entities")).getParent();
    model = config.resolve("entities/tagger.bin");
    labelled = Files.writeString(folder.resolve("labelled.conll"), Sample.conll().repeat(3));
  }

  @Test
  void theModelThatIsWrittenIsTheModelThatIsUsed() throws IOException {
    assertThat(fihrisReading(TEXT, "entities").exit()).isEqualTo(1);

    Ran trained = fihris("train-entities", labelled, "--output", model);

    assertThat(trained.exit()).as("%s", trained).isZero();
    assertThat(trained.lines().getFirst()).isEqualTo("strict scores on 1 texts that were kept out");
    assertThat(trained.out()).contains("\nperson ").contains("\nall ");
    assertThat(trained.err()).contains("training on 7 labelled and 0 unlabelled texts");

    Ran found = fihrisReading(TEXT, "entities", "--why", "--config", config);
    assertThat(found.exit()).isZero();
    JsonNode entity = found.object().at("/entities/0");
    assertThat(entity.get("text").asString()).isEqualTo(Sample.UNSEEN);
    assertThat(entity.get("type").asString()).isEqualTo("person");
    assertThat(entity.at("/why/reason").asString()).isEqualTo("tagger");
    assertThat(entity.at("/why/probability").asDouble()).isBetween(0.7, 1.0);
  }

  @Test
  void theFingerprintOfTheConfigurationHasTheModel() throws IOException {
    Path page = folder.resolve("page.jsonl");
    Files.writeString(
        page, "{\"id\": \"1\", \"title\": \"عودة\", \"text\": \"عاد زرقوش إلى البيت.\"}\n");
    Files.write(model, Sample.model().toBytes());
    Path with = folder.resolve("with.idx");
    assertThat(fihris("index", with, page, "--config", config).exit()).isZero();
    String one =
        fihris("stats", with, "--json", "--config", config).object().get("config").asString();

    Files.write(model, Sample.model().withThreshold(0.6).toBytes());
    Ran refused = fihris("search", with, "زرقوش", "--config", config);
    assertThat(refused.exit()).as("%s", refused).isEqualTo(2);

    Path other = folder.resolve("other.idx");
    assertThat(fihris("index", other, page, "--config", config).exit()).isZero();
    assertThat(
            fihris("stats", other, "--json", "--config", config).object().get("config").asString())
        .isNotEqualTo(one);
  }

  @Test
  void aDamagedModelIsOneClearMessage() throws IOException {
    byte[] bytes = Sample.model().toBytes();
    bytes[100]++;
    Files.write(model, bytes);
    Ran ran = fihrisReading(TEXT, "entities", "--config", config);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err())
        .startsWith("fihris: " + model + ": damaged: its checksum does not fit")
        .doesNotContain("Exception");
  }

  @Test
  void faultsAreToldBeforeTheTraining() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.conll"), "كلمة O\nكلمة\n");
    Ran fault = fihris("train-entities", broken, "--output", model);
    assertThat(fault.exit()).isEqualTo(2);
    assertThat(fault.err()).startsWith("fihris: " + broken + ":2: expected a word and its label");

    assertThat(fihris("train-entities", "--output", model).err())
        .startsWith("fihris: Name a labelled text");
    assertThat(fihris("train-entities", labelled).err()).contains("--output");
    assertThat(fihris("train-entities", labelled, "--output", folder).err())
        .contains("is no file in an existing folder");
    assertThat(fihris("train-entities", labelled, "--output", model, "--threshold", "1.5").err())
        .contains("--threshold takes a number from 0 to 1");
    assertThat(model).doesNotExist();
  }
}
