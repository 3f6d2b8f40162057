package org.fihris.eval;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The queries of an experiment, in the order of their file.
 *
 * @param topics no two with the same id
 */
public record Topics(List<Topic> topics) {
  public Topics {
    topics = List.copyOf(topics);
  }

  /**
   * Reads lines of an id, a tab and a text; further tabs belong to the text.
   *
   * @throws EvalException if the file cannot be read, a line has no tab, its id or its text is
   *     blank, or an id comes twice
   */
  public static Topics read(Path file) {
    Map<String, Topic> topics = new LinkedHashMap<>();
    Line.forEach(
        file,
        line -> {
          Topic topic = topic(line);
          if (topics.putIfAbsent(topic.id(), topic) != null) {
            throw line.error("topic " + topic.id() + " comes twice");
          }
        });
    return new Topics(List.copyOf(topics.values()));
  }

  private static Topic topic(Line line) {
    int tab = line.text().indexOf('\t');
    if (tab < 0) {
      throw line.error("expected a topic id, a tab and the text of the query");
    }
    Topic topic =
        new Topic(line.text().substring(0, tab).strip(), line.text().substring(tab + 1).strip());
    if (topic.id().isEmpty() || topic.text().isEmpty()) {
      throw line.error("expected a topic id before the tab and the text of the query after it");
    }
    return topic;
  }
}
