/**
 * The {@code index-config} folder: tables of words and names that a user may replace, packed into
 * the jar as the default. This package knows files and lines; what a line means is the business of
 * the package that reads it.
 *
 * <p>May import the JDK only. A fault in a file is a {@link org.fihris.config.ConfigException} that
 * names the file, the line and what was expected there.
 */
@NullMarked
package org.fihris.config;

import org.jspecify.annotations.NullMarked;
