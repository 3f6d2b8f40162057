/**
 * The command line: {@link org.fihris.cli.Main} and one class for each command. It only translates:
 * arguments in, calls of the library, results printed.
 *
 * <p>May import every package. Results go to standard output, everything else to standard error.
 * Exit codes: 0 something was found or done, 1 nothing was found, 2 an error.
 */
@NullMarked
package org.fihris.cli;

import org.jspecify.annotations.NullMarked;
