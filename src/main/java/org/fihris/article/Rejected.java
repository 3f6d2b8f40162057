package org.fihris.article;

import org.fihris.corpus.Origin;

/**
 * A page or record of which no article could be made.
 *
 * @param reason one sentence for the user
 */
public record Rejected(Origin origin, String reason) implements Extraction {}
