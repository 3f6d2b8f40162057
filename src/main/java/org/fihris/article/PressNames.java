package org.fihris.article;

import java.util.List;
import java.util.Set;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.entity.Gazetteer;

/**
 * Tells names of outlets that no table knows from those of places and reporters, by the words that
 * newspapers name themselves with. Immutable.
 */
final class PressNames {

  private static final int MOST_WORDS = 4;

  /** What a newspaper calls itself before its name. */
  private static final Set<String> PAPERS = Set.of("جريده", "صحيفه");

  /** What outlets end their names with. */
  private static final Set<String> ENDINGS =
      Set.of("نيوز", "برس", "بوست", "تايمز", "اونلاين", "news", "press", "post", "online");

  /** What begins the name of an outlet where it stands beside a place, and begins no other. */
  private static final Set<String> BEGINNINGS =
      Set.of("جريده", "صحيفه", "مجله", "وكاله", "موقع", "بوابه", "شبكه", "صدي", "صوت", "اخبار");

  /** Behind صحيفة and جريدة these make an item of the site's menu. */
  private static final Set<String> OF_MENUS =
      Set.of("اليوم", "ورقيه", "الورقيه", "المطبوعه", "pdf", "العدد", "الجريده", "الصحيفه");

  private final Gazetteer gazetteer;
  private final Boilerplate boilerplate;

  PressNames(Gazetteer gazetteer, Boilerplate boilerplate) {
    this.gazetteer = gazetteer;
    this.boilerplate = boilerplate;
  }

  boolean isPlace(String name) {
    return gazetteer.byName(name).stream().anyMatch(e -> e.type() == EntityType.PLACE);
  }

  /** Whether the words name a known organisation, and nothing else. */
  boolean isBody(String name) {
    List<Entity> named = gazetteer.byName(name);
    return !named.isEmpty() && named.stream().allMatch(e -> e.type() == EntityType.ORGANISATION);
  }

  /** Whether an outlet could have the name: it is short and no place, section or known person. */
  boolean mayBeName(String name) {
    int words = PlainText.words(name);
    return words > 0
        && words <= MOST_WORDS
        && !boilerplate.isSection(name)
        && !boilerplate.isCredit(name)
        && boilerplate.match(name) == null
        && gazetteer.byName(name).stream().allMatch(e -> e.type() == EntityType.ORGANISATION);
  }

  /** Whether the words alone say that they name an outlet, wherever they stand: جريدة كذا. */
  boolean namesItself(String name) {
    List<String> words = words(name);
    return mayBeName(name)
        && words.size() > 1
        && (ENDINGS.contains(words.getLast())
            || (PAPERS.contains(words.getFirst()) && !OF_MENUS.contains(words.get(1))));
  }

  /** Whether a name beside a place is that of an outlet and not that of a reporter. */
  boolean isNoReporter(String name) {
    List<String> words = words(name);
    return namesItself(name)
        || (mayBeName(name)
            && words.size() > 1
            && (BEGINNINGS.contains(words.getFirst())
                || words.getLast().equals("الاخبار")
                || isNounWithAdjective(words)));
  }

  /** الوطن السعودية: two words with the article, the second an adjective no person bears. */
  private static boolean isNounWithAdjective(List<String> words) {
    String last = words.getLast();
    return words.getFirst().startsWith("ال") && last.startsWith("ال") && last.endsWith("يه");
  }

  /** Whether each word has the article: a name (الشرق الأوسط), where a statement has a verb. */
  boolean isDefinite(String name) {
    return mayBeName(name) && words(name).stream().allMatch(word -> word.startsWith("ال"));
  }

  private static List<String> words(String name) {
    return List.of(Boilerplate.keyOf(name).split(" "));
  }
}
