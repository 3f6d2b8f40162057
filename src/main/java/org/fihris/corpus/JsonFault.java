package org.fihris.corpus;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says what is wrong with a JSON record so that somebody who never wrote JSON can find it. */
final class JsonFault {
  private JsonFault() {}

  static String of(String what, long firstLine, JacksonException fault) {
    return what
        + " is not valid JSON: "
        + problem(fault, String.valueOf(fault.getOriginalMessage()))
        + place(firstLine, fault.getLocation());
  }

  static String notAnObject(String what, @Nullable JsonToken first) {
    String found =
        switch (first) {
          case null -> "nothing";
          case START_ARRAY -> "a list in brackets";
          case VALUE_STRING -> "a text in quotes";
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
          default -> "a single value";
        };
    return what + " holds " + found + " where a page in braces { … } is expected";
  }

  static String moreBehind(String what, TokenStreamLocation location) {
    return what
        + " goes on after the page ends"
        + place(0, location)
        + "; every page needs a line of its own";
  }

  private static String problem(JacksonException fault, String message) {
    if (fault instanceof UnexpectedEndOfInputException) {
      return "it ends too early, a closing quote or brace is missing";
    }
    if (fault instanceof StreamConstraintsException) {
      return message.contains("nesting") ? "it is nested too deeply" : "a part of it is too long";
    }
    if (message.startsWith("Unrecognized token")) {
      return "there is a word without quotes";
    }
    if (message.contains("character escape")) {
      return "there is a backslash before a character that takes none";
    }
    if (message.startsWith("Unexpected close marker")) {
      return "a bracket or brace is closed that was not opened";
    }
    return expected(message);
  }

  private static String expected(String message) {
    if (message.contains("expecting comma")) {
      return "a comma is missing between two fields, or a quote stands inside a text without \\";
    }
    if (message.contains("expecting a colon")) {
      return "a colon is missing after a field name";
    }
    if (message.contains("double-quote to start")) {
      return "a field name in double quotes is missing";
    }
    if (message.contains("expected a valid value")) {
      return "a value is missing or not in quotes";
    }
    return "there is a character that does not belong there";
  }

  private static String place(long firstLine, @Nullable TokenStreamLocation location) {
    if (location == null || location.getColumnNr() < 1) {
      return "";
    }
    String column = " (column " + location.getColumnNr() + ")";
    return location.getLineNr() > 1 && firstLine > 0
        ? " (line %d, column %d)"
            .formatted(firstLine + location.getLineNr() - 1, location.getColumnNr())
        : column;
  }
}
