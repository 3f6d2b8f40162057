/**
 * The library over HTTP: an API of JSON and the pages of {@code page}, read-only.
 *
 * <p>Nothing is decided here but what concerns strangers who send requests: what they may ask for,
 * how much, how long. What is found is the library's, its JSON that of {@code json}, its pages
 * those of {@code page}. Connections are served by virtual threads, and searches by a few threads
 * of the machine ({@link org.fihris.server.Workers}).
 *
 * <p>May be used by programs that embed the engine: {@link org.fihris.server.NewsServer}. Needs
 * Helidon and the Prometheus client, which are optional dependencies.
 */
@NullMarked
package org.fihris.server;

import org.jspecify.annotations.NullMarked;
