package org.fihris.entity;

import java.util.List;

/**
 * A person, place or organisation, whatever its spellings.
 *
 * @param id stable key: in ASCII, as {@code donald-trump}, where a table holds the entity, else
 *     {@link #unlistedId}
 * @param labelAr the name to show in Arabic
 * @param labelEn the name to show in English; the Arabic one where no table holds the entity
 */
public record Entity(String id, EntityType type, String labelAr, String labelEn) {

  /** The id tells enough; the one that Java makes for a record it makes anew in every start. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /**
   * The id of an entity that no table holds: the folded words of its name, as {@code محمد-عبدالله}
   * for {@code محمد عبد الله}. Spellings that folding unites have one id.
   *
   * @param name the name as written; empty if it holds no word
   */
  public static String unlistedId(String name) {
    List<List<String>> spellings = Name.of(name, Use.ALWAYS, false).spellings();
    return String.join("-", spellings.getLast());
  }
}
