package org.fihris.suggest;

import java.io.IOException;

/** Where suggestions are laid down. For one thread. */
@FunctionalInterface
public interface SuggestionSink {
  void add(SuggestionEntry entry) throws IOException;
}
