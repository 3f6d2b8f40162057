package org.fihris.training;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads files of labelled text, in UTF-8, of one of two forms.
 *
 * <ul>
 *   <li>CoNLL: a word and its label a line, an empty line between sentences ({@link ConllReader}).
 *   <li>JSONL: an object with a text and its names a line ({@link JsonLinesReader}), as {@code
 *       fihris entities} prints them.
 * </ul>
 *
 * A file whose first letter is a brace is JSONL.
 */
public final class LabelledTexts {

  private LabelledTexts() {}

  /**
   * The texts of a file, of about the length of an article each, at least one.
   *
   * @throws LabelledTextException with file and line if it cannot be read, holds no text, or a line
   *     is neither form
   */
  public static List<LabelledText> read(Path file) {
    List<String> lines = lines(file);
    boolean json =
        lines.stream()
            .filter(line -> !line.isBlank())
            .findFirst()
            .map(line -> line.strip().startsWith("{"))
            .orElse(false);
    List<LabelledText> texts =
        json ? JsonLinesReader.read(file, lines) : ConllReader.read(file, lines);
    if (texts.isEmpty()) {
      throw new LabelledTextException(
          file + ": holds no text; expected a word and its label a line");
    }
    return texts;
  }

  /**
   * The lines of a text file that are not blank.
   *
   * @throws LabelledTextException with the file if it cannot be read
   */
  public static List<String> plain(Path file) {
    return lines(file).stream().filter(line -> !line.isBlank()).toList();
  }

  private static List<String> lines(Path file) {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      if (!lines.isEmpty() && lines.getFirst().startsWith("\uFEFF")) {
        lines.set(0, lines.getFirst().substring(1));
      }
      return lines;
    } catch (NoSuchFileException e) {
      throw new LabelledTextException(file + ": no such file", e);
    } catch (CharacterCodingException e) {
      throw new LabelledTextException(file + ": not UTF-8; save it as UTF-8", e);
    } catch (IOException e) {
      throw new LabelledTextException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  static LabelledTextException fault(Path file, int line, String problem) {
    return new LabelledTextException(file + ":" + line + ": " + problem);
  }
}
