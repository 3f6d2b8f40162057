package org.fihris.entity;

/** What a word may be in and around names; the tables say so. A word may be of several classes. */
enum WordClass {
  /** A given name, rarely anything else. */
  GIVEN,
  /** A given name that is a common word too. */
  GIVEN_TOO,
  /** A family name, rarely anything else. */
  FAMILY,
  /** A family name that is a common word too. */
  FAMILY_TOO,
  /** Stands right before a person's name: {@code الدكتور}. */
  TITLE,
  /** Begins the phrase of an office that a person's name may follow: {@code وزير}. */
  OFFICE,
  /** A verb whose subject is nearly always a person: {@code قال}. */
  SPEECH,
  /** Follows the given name of a ruler: {@code السادس}. */
  ORDINAL,
  /** Joins the next word of a person's name: {@code بن}. */
  LINK,
  /** Begins a person's name with the next word: {@code أبو}. */
  KUNYA,
  /** An adjective of origin: {@code الأميركي}. */
  ORIGIN,
  /** An adjective that stands beside names and names no country: {@code الأعلى}. */
  RANK,
  /** An adjective that newsrooms spell in several ways: {@code الأميركي}. */
  VARIANT,
  /** An adjective of a passing state: {@code السابق}. */
  PASSING,
  /** Stands before the name of an organisation and is no part of it: {@code صحيفة}. */
  BODYOF,
  /** Begins the name of an organisation, without article: {@code وزارة}. */
  BODY,
  /** The same, but only before what the organisation is for: {@code لجنة حقوق الإنسان}. */
  BODYFOR,
  /** Stands before the name of an organisation and is no part of it even in a table. */
  MEDIUM,
  /** The same as a body, with article: {@code الاتحاد}. */
  THEBODY,
  /** Names one organisation with an adjective of origin alone: {@code المنتخب}. */
  NATIONAL,
  /** Behind ل, begins what an organisation is for: {@code لكرة القدم}. */
  PURPOSE,
  /** Stands before the name of a place and is no part of it: {@code مدينة}. */
  PLACE,
  /** Begins the name of a place: {@code جبل}. */
  INPLACE,
  /** Part of no name that no table holds. */
  NEVER,
  /** A name or a word of another language. */
  FOREIGN,
  /** Any other word of the language. */
  COMMON,
  /** A word that carries no subject: a preposition, a pronoun, a conjunction. */
  FUNCTION,
  /** A verb. */
  VERB;

  int bit() {
    return 1 << ordinal();
  }

  boolean in(int classes) {
    return (classes & bit()) != 0;
  }

  /** The classes as one number. */
  static int all(WordClass... classes) {
    int bits = 0;
    for (WordClass each : classes) {
      bits |= each.bit();
    }
    return bits;
  }
}
