package org.fihris.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A line of an experiment file that is not blank.
 *
 * @param number from 1
 */
record Line(Path file, int number, String text) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Hands every line of a UTF-8 file to {@code consumer}, but blank ones. */
  static void forEach(Path file, Consumer<Line> consumer) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        if (number == 1 && text.startsWith(BYTE_ORDER_MARK)) {
          text = text.substring(1);
        }
        if (!text.isBlank()) {
          consumer.accept(new Line(file, number, text));
        }
      }
    } catch (NoSuchFileException e) {
      throw new EvalException(file + ": no such file", e);
    } catch (CharacterCodingException e) {
      throw new EvalException(file + ": not UTF-8; save it as UTF-8", e);
    } catch (IOException e) {
      throw new EvalException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The columns between white space, of which there must be as many as {@code names} has. */
  String[] columns(String... names) {
    String[] columns = text.strip().split("\\s+");
    if (columns.length != names.length) {
      throw error(
          "expected "
              + names.length
              + " columns ("
              + String.join(" ", names)
              + "), found "
              + columns.length);
    }
    return columns;
  }

  EvalException error(String problem) {
    return new EvalException(
        file + ":" + number + ": " + problem + " (line: " + text.strip() + ")");
  }
}
