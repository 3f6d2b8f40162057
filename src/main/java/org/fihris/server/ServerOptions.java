package org.fihris.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens and to whom it answers.
 *
 * @param host the name or address of the network it listens on
 * @param port from 1 to 65535, or 0 for any that is free
 * @param token what clients must know; null to answer everybody who can reach it
 * @param names under which names it may be asked for besides its addresses, {@code localhost} and
 *     {@code host}: a page from elsewhere cannot reach it under a name of its own
 * @param origins pages of which other servers may read the API, as {@code https://example.org}
 */
public record ServerOptions(
    String host,
    int port,
    @Nullable AccessToken token,
    List<String> names,
    List<String> origins,
    ServerLimits limits) {

  /** On this machine only, for everybody on it, at port 8080. */
  public static ServerOptions usual() {
    return new ServerOptions("127.0.0.1", 8080, null, List.of(), List.of(), ServerLimits.usual());
  }

  /**
   * @throws IllegalArgumentException if the port is out of its range
   */
  public ServerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
    }
    names = List.copyOf(names);
    origins = List.copyOf(origins);
  }

  public ServerOptions withHost(String newHost) {
    return new ServerOptions(newHost, port, token, names, origins, limits);
  }

  public ServerOptions withPort(int newPort) {
    return new ServerOptions(host, newPort, token, names, origins, limits);
  }

  public ServerOptions withToken(@Nullable AccessToken newToken) {
    return new ServerOptions(host, port, newToken, names, origins, limits);
  }

  public ServerOptions withNames(List<String> newNames) {
    return new ServerOptions(host, port, token, newNames, origins, limits);
  }

  public ServerOptions withOrigins(List<String> newOrigins) {
    return new ServerOptions(host, port, token, names, newOrigins, limits);
  }

  public ServerOptions withLimits(ServerLimits newLimits) {
    return new ServerOptions(host, port, token, names, origins, newLimits);
  }
}
