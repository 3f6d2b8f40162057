package org.fihris.index;

import java.util.ArrayList;
import java.util.List;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * The entities of an article as its document stores them: one text, of parts that each end with a
 * NUL. Of an entity these are its type and number of spellings, Arabic label, id, English label,
 * and the spellings. What is the same as the Arabic label, as most is, is a sign in its place.
 */
final class StoredEntities {
  private static final char END = '\0';
  private static final String SAME = "=";

  /** An entity and the spellings that an article has of it. */
  record Seen(Entity entity, List<String> spellings) {}

  private StoredEntities() {}

  static String text(List<Seen> entities) {
    StringBuilder text = new StringBuilder();
    for (Seen seen : entities) {
      Entity entity = seen.entity();
      String label = entity.labelAr();
      text.append(code(entity.type())).append(seen.spellings().size()).append(END);
      append(text, label, "");
      append(text, entity.id(), idOf(label));
      append(text, entity.labelEn(), label);
      seen.spellings().forEach(spelling -> append(text, spelling, label));
    }
    return text.toString();
  }

  /** What the id of an entity is that no table holds, if folding changes nothing of its label. */
  private static String idOf(String label) {
    return label.replace(' ', '-');
  }

  private static void append(StringBuilder text, String value, String usual) {
    if (!value.isEmpty() && value.equals(usual)) {
      text.append(SAME);
    } else {
      text.append(value.startsWith(SAME) ? SAME : "").append(value.replace(END, ' '));
    }
    text.append(END);
  }

  /** The entities of a stored text, in their order; none of null. */
  static List<Seen> of(@Nullable String text) {
    List<Seen> entities = new ArrayList<>();
    Parts parts = new Parts(text == null ? "" : text);
    while (parts.hasNext()) {
      String head = parts.next("");
      int count = Integer.parseInt(head, 1, head.length(), 10);
      String label = parts.next("");
      String id = parts.next(idOf(label));
      Entity entity = new Entity(id, type(head.charAt(0)), label, parts.next(label));
      List<String> spellings = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        spellings.add(parts.next(label));
      }
      entities.add(new Seen(entity, spellings));
    }
    return entities;
  }

  /** Letters that stay as they are, whatever becomes of the names and order of the types. */
  private static char code(EntityType type) {
    return switch (type) {
      case PERSON -> 'p';
      case PLACE -> 'l';
      case ORGANISATION -> 'o';
    };
  }

  private static EntityType type(char code) {
    for (EntityType type : EntityType.values()) {
      if (code(type) == code) {
        return type;
      }
    }
    throw new IllegalStateException("no type of entity: " + code);
  }

  private static final class Parts {
    private final String text;
    private int next;

    Parts(String text) {
      this.text = text;
    }

    boolean hasNext() {
      return next < text.length();
    }

    /** The next part, {@code usual} where the sign stands for it. */
    String next(String usual) {
      int end = text.indexOf(END, next);
      String part = text.substring(next, end);
      next = end + 1;
      return part.equals(SAME) ? usual : part.startsWith(SAME) ? part.substring(1) : part;
    }
  }
}
