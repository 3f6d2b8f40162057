package org.fihris.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fihris.entity.Gazetteer;

/** Reads the key words of articles, as pages list them. Immutable. */
final class KeyWords {

  private static final Pattern MARKS = Pattern.compile("\\s*[،,؛;|#•·/]+\\s*|\\s+[-–—]\\s+");
  private static final int MOST_WORDS_OF_NAME = 4;
  private static final int MOST_WORDS = 8;
  private static final int MOST = 50;

  private final Gazetteer gazetteer;

  KeyWords(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * The key words of some lists, each once.
   *
   * @param lists each a key word, or several with marks between them; where no mark tells them
   *     apart, names that are known do
   */
  List<String> of(List<String> lists) {
    Map<String, String> byKey = new LinkedHashMap<>();
    for (String list : lists) {
      String[] listed = MARKS.split(list);
      List<String> words = listed.length > 1 ? List.of(listed) : byNames(list);
      for (String word : words) {
        String tag = PlainText.oneLine(word.replace('_', ' '));
        if (!tag.isEmpty() && PlainText.words(tag) <= MOST_WORDS && byKey.size() < MOST) {
          byKey.putIfAbsent(Boilerplate.keyOf(tag), tag);
        }
      }
    }
    byKey.remove("");
    return List.copyOf(byKey.values());
  }

  /** الكرملين أوكرانيا منشآت الطاقة: two names that are known, and what is left between such. */
  private List<String> byNames(String list) {
    List<String> words = List.of(list.split("\\s+"));
    List<String> tags = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int length = nameAt(words, i);
      if (length == 0) {
        rest.add(words.get(i));
        i++;
      } else {
        tags.add(String.join(" ", rest));
        rest.clear();
        tags.add(String.join(" ", words.subList(i, i + length)));
        i += length;
      }
    }
    tags.add(String.join(" ", rest));
    return tags;
  }

  private int nameAt(List<String> words, int from) {
    for (int length = Math.min(MOST_WORDS_OF_NAME, words.size() - from); length > 0; length--) {
      if (!gazetteer.byName(String.join(" ", words.subList(from, from + length))).isEmpty()) {
        return length;
      }
    }
    return 0;
  }
}
