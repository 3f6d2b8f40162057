package org.fihris.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.article.Article;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityRecogniser;
import org.fihris.entity.Mention;
import org.fihris.entity.SeenName;
import org.fihris.entity.Spellings;

/** Notes on an article whom and what it names. Safe for any thread. */
public final class EntityTagger {
  private final EntityRecogniser recogniser;
  private final Spellings spellings;

  public EntityTagger(EntityRecogniser recogniser, Spellings spellings) {
    this.recogniser = recogniser;
    this.spellings = spellings;
  }

  /**
   * An article whose entities are noted.
   *
   * @param names the spellings under which its text names them, each once
   */
  public record Tagged(Article article, List<SeenName> names) {}

  /**
   * The article with the entities it carries, then those its text names, most often named first. A
   * name that may be anybody's, as a bare given name, is no entity.
   */
  public Tagged tag(Article article) {
    String text = wholeText(article);
    Map<Entity, Integer> counts = new LinkedHashMap<>();
    Set<SeenName> names = new LinkedHashSet<>();
    for (Mention mention : recogniser.recognise(text)) {
      if (mention.tells()) {
        counts.merge(mention.entity(), 1, Integer::sum);
        names.add(new SeenName(mention.entity(), spellings.of(text, mention)));
      }
    }
    List<Map.Entry<Entity, Integer>> named = new ArrayList<>(counts.entrySet());
    // The sort is stable: of two named equally often, the one named first comes first.
    named.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    Set<Entity> all = new LinkedHashSet<>(article.entities());
    named.forEach(entry -> all.add(entry.getKey()));
    return new Tagged(article.withEntities(List.copyOf(all)), List.copyOf(names));
  }

  /**
   * Everything in one text, since a name in one part decides what a shorter one means elsewhere.
   */
  private static String wholeText(Article article) {
    String summary = article.summary() == null ? "" : article.summary() + "\n";
    return article.title() + "\n" + summary + article.text();
  }
}
