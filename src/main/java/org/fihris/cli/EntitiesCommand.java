package org.fihris.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.fihris.entity.EntityRecogniser;
import org.fihris.entity.Mention;
import org.fihris.json.Json;
import org.fihris.json.MentionJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "entities",
    description =
        "Find persons, places and organisations in lines of standard input;"
            + " one JSON object a line.")
final class EntitiesCommand implements Callable<Integer> {
  @Option(names = "--why", description = "Say of each name why it means its entity.")
  private boolean why;

  @Mixin private ConfigOption config = new ConfigOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  private boolean found;

  @Override
  public Integer call() {
    EntityRecogniser recogniser = EntityRecogniser.of(config.read());
    Lines.forEach(
        line -> {
          List<Mention> mentions = recogniser.recognise(line);
          found |= !mentions.isEmpty();
          Json.print(
              spec.commandLine().getOut(),
              why
                  ? MentionJson.mentionsWithReasons(line, mentions)
                  : MentionJson.mentions(line, mentions));
        });
    return found ? 0 : Main.NOTHING_FOUND;
  }
}
