package org.fihris.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.index.StoredEntities.Seen;
import org.junit.jupiter.api.Test;

class StoredEntitiesTest {

  @Test
  void whatIsTheSameIsStoredOnce() {
    Entity listed = new Entity("egypt", EntityType.PLACE, "مصر", "Egypt");
    Entity unlisted = new Entity("دينا-حسين", EntityType.PERSON, "دينا حسين", "دينا حسين");

    String text =
        StoredEntities.text(
            List.of(
                new Seen(listed, List.of("مصر", "جمهورية مصر")),
                new Seen(unlisted, List.of("دينا حسين"))));

    assertThat(text.replace('\0', '|'))
        .isEqualTo("l2|مصر|egypt|Egypt|=|جمهورية مصر|p1|دينا حسين|=|=|=|");
  }

  @Test
  void nothingStoredIsNoEntity() {
    assertThat(StoredEntities.of(null)).isEmpty();
  }

  @Property
  void entitiesComeBack(@ForAll("entities") List<Seen> entities) {
    assertThat(StoredEntities.of(StoredEntities.text(entities))).isEqualTo(entities);
  }

  @Provide
  Arbitrary<List<Seen>> entities() {
    Arbitrary<String> texts =
        Arbitraries.of("", "=", "==", "=a", "مصر", "ابو-علي", "ابو علي", "Egypt", "\n", "12");
    Arbitrary<Entity> entities =
        Combinators.combine(texts, Arbitraries.of(EntityType.class), texts, texts).as(Entity::new);
    return Combinators.combine(entities, texts.list().ofMaxSize(4)).as(Seen::new).list();
  }
}
