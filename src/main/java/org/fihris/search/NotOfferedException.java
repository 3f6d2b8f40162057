package org.fihris.search;

import org.fihris.index.IndexException;

/**
 * What an index does not have for the way in which it is kept, whatever is in it: one on a cluster
 * has less than one in a folder.
 */
public final class NotOfferedException extends IndexException {
  private static final long serialVersionUID = 1L;

  public NotOfferedException(String message) {
    super(message);
  }
}
