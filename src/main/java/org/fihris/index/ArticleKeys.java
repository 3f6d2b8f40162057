package org.fihris.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Articles in the order of reading, each by the fingerprints of its id and of its content: 16 bytes
 * an article.
 *
 * <p>Can only grow, and parts of it that were taken before share its memory. One thread may append
 * while others read the parts they took.
 */
public final class ArticleKeys {
  private static final ArticleKeys NONE = new ArticleKeys(new Storage(), 0);

  /** The memory, shared by all parts of one list. */
  private static final class Storage {
    volatile long[] pairs = {};
    int size;
  }

  private final Storage storage;
  private final int limit; // -1: grows with the storage

  private ArticleKeys(Storage storage, int limit) {
    this.storage = storage;
    this.limit = limit;
  }

  /** No articles. */
  public static ArticleKeys none() {
    return NONE;
  }

  /** An empty list that can grow. */
  public static ArticleKeys growing() {
    return new ArticleKeys(new Storage(), -1);
  }

  /**
   * The list that has these first articles and can grow. Only one may be made of a part, and only
   * of one that reaches to the end.
   */
  public ArticleKeys growingFromHere() {
    if (size() > 0 && size() == storage.size) {
      return new ArticleKeys(storage, -1);
    }
    ArticleKeys copy = growing();
    for (int i = 0; i < size(); i++) {
      copy.add(id(i), content(i));
    }
    return copy;
  }

  /**
   * Appends an article.
   *
   * @param id {@link Fingerprint} of its id
   * @param content fingerprint of everything that is indexed of it
   */
  public void add(long id, long content) {
    if (limit >= 0) {
      throw new IllegalStateException("a part of a list does not grow");
    }
    long[] pairs = storage.pairs;
    int at = 2 * storage.size;
    if (at == pairs.length) {
      // Most files hold one article.
      pairs = Arrays.copyOf(pairs, Math.max(2, Math.multiplyExact(pairs.length, 2)));
    }
    pairs[at] = id;
    pairs[at + 1] = content;
    storage.pairs = pairs;
    storage.size++;
  }

  /** The articles so far; never changes. */
  public ArticleKeys soFar() {
    return first(size());
  }

  /** The first articles; never changes. */
  public ArticleKeys first(int count) {
    if (count == 0) {
      return NONE;
    }
    if (count > size()) {
      throw new IllegalArgumentException(count + " of " + size());
    }
    return new ArticleKeys(storage, count);
  }

  /** How many there are. */
  public int size() {
    return limit < 0 ? storage.size : limit;
  }

  /** The fingerprint of the id of one. */
  public long id(int index) {
    return storage.pairs[2 * index];
  }

  /** The fingerprint of the content of one. */
  public long content(int index) {
    return storage.pairs[2 * index + 1];
  }

  /** Whether the other is a list of the same articles in the same order. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ArticleKeys keys) || keys.size() != size()) {
      return false;
    }
    int end = 2 * size();
    return Arrays.equals(storage.pairs, 0, end, keys.storage.pairs, 0, end);
  }

  @Override
  public int hashCode() {
    return size() == 0 ? 0 : Long.hashCode(id(0)) * 31 + size();
  }

  /** Whether this list was that one before it grew. */
  boolean continues(ArticleKeys before) {
    return before.size() == 0 || (storage == before.storage && size() >= before.size());
  }
}
