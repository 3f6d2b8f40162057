package org.fihris.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The listed persons by the skeletons of their names, and which of them a name of a text is another
 * spelling of. That skeletons are equal is never enough: something else in the text has to say who
 * is meant. Immutable, thread-safe.
 */
final class OtherSpellings {
  private final Transliteration transliteration;
  private final Map<String, List<Listed>> byKey = new HashMap<>();

  /**
   * A name that the table gives to a person wherever it stands.
   *
   * @param cues what stands before his conditional names
   */
  private record Listed(Entity entity, Name name, List<String> cues) {}

  /** Who is meant, and why. */
  record Meant(Entity entity, Evidence evidence) {}

  OtherSpellings(Gazetteer gazetteer, Transliteration transliteration) {
    this.transliteration = transliteration;
    for (GazetteerTable.Row row : gazetteer.rows()) {
      if (row.entity().type() == EntityType.PERSON) {
        for (Name name : row.names()) {
          if (name.use().isCertain()) {
            byKey
                .computeIfAbsent(transliteration.key(name.words()), key -> new ArrayList<>())
                .add(new Listed(row.entity(), name, row.cues().before()));
          }
        }
      }
    }
  }

  /**
   * The listed person that words which no table holds together mean, or null: where his name is
   * written so but for the spelling of some words, and one of these is written alike, or the text
   * has his name as it is listed.
   *
   * @param here the listed entities that the text names
   */
  @Nullable Meant fullName(List<String> words, Set<Entity> here) {
    return one(
        words,
        (listed, likeness) -> {
          boolean shared = likeness.shared() > 0 && !likeness.arabic();
          boolean named = here.contains(listed.entity());
          return shared || named
              ? new Evidence.OtherSpelling(
                  listed.name().written(),
                  shared ? Evidence.Support.SHARED_WORD : Evidence.Support.NAMED_HERE)
              : null;
        });
  }

  /**
   * The listed person that a single word means, or null: where the text has his name as it is
   * listed, or the word before is one that the table has before his name.
   *
   * @param before the word before; null if there is none
   */
  @Nullable Meant familyName(String word, @Nullable String before, Set<Entity> here) {
    return one(
        List.of(word),
        (listed, likeness) -> {
          if (!transliteration.endAlike(word, listed.name().words().getFirst())) {
            return null; // أردوغانية is what is made of him, not he
          }
          boolean named = here.contains(listed.entity());
          boolean role = before != null && listed.cues().contains(before);
          return named || role
              ? new Evidence.OtherSpelling(
                  listed.name().written(),
                  named ? Evidence.Support.NAMED_HERE : Evidence.Support.ROLE)
              : null;
        });
  }

  private interface Judge {
    /** Why the name means the listed person, or null. */
    @Nullable Evidence judge(Listed listed, Likeness likeness);
  }

  private @Nullable Meant one(List<String> words, Judge judge) {
    Meant meant = null;
    for (Listed listed : byKey.getOrDefault(transliteration.key(words), List.of())) {
      Likeness likeness = transliteration.compare(words, listed.name().words());
      if (likeness == null || likeness.loose() || likeness.differences() == 0) {
        continue;
      }
      Evidence evidence = judge.judge(listed, likeness);
      if (evidence != null) {
        if (meant != null && !meant.entity().equals(listed.entity())) {
          return null;
        }
        meant = meant == null ? new Meant(listed.entity(), evidence) : meant;
      }
    }
    return meant;
  }

  /**
   * Which of the names of a text that no table holds are other spellings of one that stands there
   * more often, or as often and before: of the same skeleton, with a word written alike or
   * introduced by the same word.
   *
   * @param names full names with the word that introduces them, which may be null; in the order of
   *     the text
   */
  Map<List<String>, List<String>> among(List<FullName> names) {
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    names.forEach(name -> counts.merge(name.words(), 1, Integer::sum));
    Map<List<String>, Set<String>> titles = new HashMap<>();
    for (FullName name : names) {
      if (name.title() != null) {
        titles.computeIfAbsent(name.words(), words -> new HashSet<>()).add(name.title());
      }
    }
    Map<String, List<List<String>>> chosen = new HashMap<>();
    Map<List<String>, List<String>> others = new HashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(java.util.Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .forEach(
            words -> {
              List<List<String>> same =
                  chosen.computeIfAbsent(transliteration.key(words), key -> new ArrayList<>());
              for (List<String> other : same) {
                if (mayBeOne(words, other, titles)) {
                  others.put(words, other);
                  return;
                }
              }
              same.add(words);
            });
    return others;
  }

  /**
   * A person's name of several words that a text has.
   *
   * @param title the word that introduces it, or null
   */
  record FullName(List<String> words, @Nullable String title) {}

  private boolean mayBeOne(
      List<String> one, List<String> other, Map<List<String>, Set<String>> titles) {
    Likeness likeness = transliteration.compare(one, other);
    if (likeness == null || likeness.loose() || likeness.differences() == 0) {
      return false;
    }
    boolean shared = likeness.shared() > 0 && (!likeness.arabic() || likeness.differences() == 1);
    Set<String> ofOne = titles.getOrDefault(one, Set.of());
    return shared || titles.getOrDefault(other, Set.of()).stream().anyMatch(ofOne::contains);
  }
}
