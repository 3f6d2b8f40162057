/**
 * What an archive offers to whoever types: other readings of a query that finds nothing or little,
 * and completions while a query is being typed.
 *
 * <p>Nothing here is ever applied by itself. A floor below {@code search}, which offers it; what is
 * public besides the records may change. A user's text never throws.
 */
@NullMarked
package org.fihris.suggest;

import org.jspecify.annotations.NullMarked;
