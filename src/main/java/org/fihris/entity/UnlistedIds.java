package org.fihris.entity;

import java.util.List;

/** Ids of entities that no table holds: the folded words of the name. */
final class UnlistedIds {
  private UnlistedIds() {}

  /** {@code محمد-عبدالله} for {@code محمد عبد الله}: the same for every spelling that folds so. */
  static String of(String name) {
    List<List<String>> spellings = Name.of(name, Use.ALWAYS, false).spellings();
    return String.join("-", spellings.getLast());
  }
}
