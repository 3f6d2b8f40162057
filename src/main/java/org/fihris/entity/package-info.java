/**
 * Persons, places and organisations: the gazetteer and the recogniser that finds its names in
 * running text.
 *
 * <p>May import {@code config} and {@code text}. Text never throws; a fault in the gazetteer is a
 * {@link org.fihris.config.ConfigException}.
 */
@NullMarked
package org.fihris.entity;

import org.jspecify.annotations.NullMarked;
