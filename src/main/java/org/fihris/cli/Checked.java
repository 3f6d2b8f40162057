package org.fihris.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Arguments that the library refuses are misuse of the command, not a fault of the engine. */
final class Checked {
  private Checked() {}

  static <T> T arguments(CommandSpec spec, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
