package org.fihris.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.fihris.entity.EntityType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads lines as {@code fihris entities} prints them: {@code {"text": "…", "entities": [{"start":
 * 3, "end": 7, "type": "person"}]}}, positions in UTF-16 units, types {@code person}, {@code place}
 * and {@code organisation}. Other keys are passed over.
 */
final class JsonLinesReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path file;

  private JsonLinesReader(Path file) {
    this.file = file;
  }

  static List<LabelledText> read(Path file, List<String> lines) {
    JsonLinesReader reader = new JsonLinesReader(file);
    List<LabelledText> texts = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      if (!lines.get(number - 1).isBlank()) {
        texts.add(reader.read(lines.get(number - 1), number));
      }
    }
    return texts;
  }

  private LabelledText read(String line, int number) {
    JsonNode object = parse(line, number);
    String text = object.path("text").asString("");
    if (text.isBlank() || !object.path("entities").isArray()) {
      throw LabelledTexts.fault(file, number, "expected an object with \"text\" and \"entities\"");
    }
    List<LabelledText.Word> words = words(text);
    List<LabelledText.Name> names = new ArrayList<>();
    for (JsonNode entity : object.get("entities")) {
      names.add(name(entity, text, words, number));
    }
    names.sort(Comparator.comparingInt(LabelledText.Name::first));
    for (int i = 1; i < names.size(); i++) {
      if (names.get(i).first() <= names.get(i - 1).last()) {
        throw LabelledTexts.fault(
            file,
            number,
            "two entities share a word; the second is '" + span(text, words, names.get(i)) + "'");
      }
    }
    return new LabelledText(text, words, names);
  }

  private static String span(String text, List<LabelledText.Word> words, LabelledText.Name name) {
    return text.substring(words.get(name.first()).start(), words.get(name.last()).end());
  }

  private JsonNode parse(String line, int number) {
    try {
      return MAPPER.readTree(line);
    } catch (JacksonException e) {
      throw LabelledTexts.fault(file, number, "no JSON: " + e.getOriginalMessage());
    }
  }

  private LabelledText.Name name(
      JsonNode entity, String text, List<LabelledText.Word> words, int number) {
    int start = entity.path("start").asInt(-1);
    int end = entity.path("end").asInt(-1);
    if (start < 0 || start >= end || end > text.length()) {
      throw LabelledTexts.fault(
          file, number, "no span of the text: start " + start + ", end " + end);
    }
    String stated = entity.path("type").asString("");
    EntityType type = type(stated);
    if (type == null) {
      throw LabelledTexts.fault(
          file, number, "expected the type person, place or organisation, found '" + stated + "'");
    }
    LabelledText.Name name = LabelledText.name(words, start, end, type);
    if (name.first() < 0) {
      throw LabelledTexts.fault(
          file,
          number,
          "no word from " + start + " to " + end + ": '" + text.substring(start, end) + "'");
    }
    return name;
  }

  private static @Nullable EntityType type(String stated) {
    for (EntityType type : EntityType.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(stated)) {
        return type;
      }
    }
    return null;
  }

  /** Runs of letters, digits and the marks on them. */
  private static List<LabelledText.Word> words(String text) {
    List<LabelledText.Word> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && isWordUnit(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(new LabelledText.Word(start, i));
        start = -1;
      }
    }
    return words;
  }

  private static boolean isWordUnit(char c) {
    return Character.isLetterOrDigit(c)
        || c == '\u0640'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
