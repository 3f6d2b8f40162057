/**
 * The search page: answers of the engine as HTML that reads right to left, with its style sheet,
 * fonts and scripts.
 *
 * <p>Imports the library and the template engine; knows nothing of HTTP. Templates are in {@code
 * src/main/jte} and compiled by the build into this package. Records here hold what a template
 * shows, in the words of the reader's language; a template decides nothing and escapes everything.
 * What a user sends never makes an exception: what cannot be read is left out with a notice.
 */
@NullMarked
package org.fihris.page;

import org.jspecify.annotations.NullMarked;
