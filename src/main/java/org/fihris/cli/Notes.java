package org.fihris.cli;

import java.io.PrintWriter;
import java.util.List;
import org.fihris.query.Warning;

/** What the user may not expect, on standard error. */
final class Notes {

  private Notes() {}

  static void print(List<Warning> warnings, PrintWriter err) {
    warnings.forEach(warning -> err.println("note: " + warning.message()));
    err.flush();
  }
}
