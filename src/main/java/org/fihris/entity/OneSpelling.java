package org.fihris.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whom the persons' names of one text that no table holds mean by another spelling. */
final class OneSpelling {
  private final OtherSpellings spellings;
  private final Function<Phrase, Entity> asWritten;
  private final Tokens tokens;
  private final Set<Entity> here = new HashSet<>();
  private final Map<Phrase, OtherSpellings.Meant> meant = new IdentityHashMap<>();
  private final Map<Phrase, Own> own = new IdentityHashMap<>();

  /**
   * The entity of a phrase under its own spelling.
   *
   * @param words those of its id, in which عبد and the next one are one word
   */
  private record Own(Entity entity, List<String> words) {
    Own(Entity entity) {
      this(entity, List.of(entity.id().split("-")));
    }
  }

  /**
   * @param listed the listed names of the text that stand
   * @param asWritten the entity of a phrase under its own spelling
   */
  OneSpelling(
      List<Phrase> phrases,
      List<Mention> listed,
      OtherSpellings spellings,
      Function<Phrase, Entity> asWritten,
      Tokens tokens) {
    this.spellings = spellings;
    this.asWritten = asWritten;
    this.tokens = tokens;
    for (Mention mention : listed) {
      if (mention.entity().type() == EntityType.PERSON) {
        here.add(mention.entity());
      }
    }
    List<Phrase> others = new ArrayList<>();
    for (Phrase phrase : phrases) {
      if (phrase.type() == EntityType.PERSON) {
        OtherSpellings.Meant found = listed(phrase);
        if (found != null) {
          meant.put(phrase, found);
        } else if (phrase.tells() && phrase.length() > 1) {
          others.add(phrase);
        }
      }
    }
    if (others.size() > 1) {
      unite(others);
    }
  }

  private OtherSpellings.@Nullable Meant listed(Phrase phrase) {
    if (phrase.length() > 1) {
      return spellings.fullName(own(phrase).words(), here);
    }
    int before = phrase.first() - 1;
    return tokens.isUnknown(phrase.first())
        ? spellings.familyName(
            tokens.bare(phrase.first()),
            before >= 0 && tokens.continues(before) ? tokens.bare(before) : null,
            here)
        : null;
  }

  private void unite(List<Phrase> phrases) {
    List<OtherSpellings.FullName> names = new ArrayList<>();
    Map<List<String>, Entity> entities = new HashMap<>();
    for (Phrase phrase : phrases) {
      String title = phrase.evidence() instanceof Evidence.Introduced(String word) ? word : null;
      names.add(new OtherSpellings.FullName(own(phrase).words(), title));
      entities.computeIfAbsent(own(phrase).words(), words -> own(phrase).entity());
    }
    Map<List<String>, List<String>> others = spellings.among(names);
    for (Phrase phrase : phrases) {
      List<String> other = others.get(own(phrase).words());
      Entity entity = other == null ? null : entities.get(other);
      if (entity != null) {
        Evidence evidence =
            new Evidence.OtherSpelling(entity.labelAr(), Evidence.Support.NAMED_HERE);
        meant.put(phrase, new OtherSpellings.Meant(entity, evidence));
      }
    }
  }

  private Own own(Phrase phrase) {
    return own.computeIfAbsent(phrase, each -> new Own(asWritten.apply(each)));
  }

  /** Whom a phrase means that is another spelling of a name; null if it means its own entity. */
  OtherSpellings.@Nullable Meant meant(Phrase phrase) {
    return meant.get(phrase);
  }

  /** The entity of a phrase. */
  Entity entity(Phrase phrase) {
    OtherSpellings.Meant other = meant.get(phrase);
    return other == null ? own(phrase).entity() : other.entity();
  }

  /** Whether a word may be another spelling of the family name of somebody in the text. */
  boolean mayBeFamilyNames() {
    return !here.isEmpty();
  }

  /** The person of the text that a word no table holds means by another spelling, or null. */
  OtherSpellings.@Nullable Meant familyName(int word) {
    return mayBeFamilyNames() && tokens.isUnknown(word)
        ? spellings.familyName(tokens.bare(word), null, here)
        : null;
  }
}
