package org.fihris.server;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.RoutingRequest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names under which a server is asked. A page from elsewhere can have its own name lead to this
 * machine and would then be read as a page of this server; but it cannot make a browser ask under
 * another name than its own. Addresses are no names.
 */
final class Hosts {
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
  private static final Pattern PORT = Pattern.compile(":\\d*$");

  private final Set<String> names;

  private Hosts(Set<String> names) {
    this.names = names;
  }

  static Hosts of(ServerOptions options) {
    Set<String> names = new HashSet<>(Set.of("localhost", options.host().toLowerCase(Locale.ROOT)));
    options.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    return new Hosts(names);
  }

  boolean knows(RoutingRequest request) {
    return request.headers().values(HeaderNames.HOST).stream().allMatch(this::knows);
  }

  boolean knows(String host) {
    String name = PORT.matcher(host.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    return names.contains(name) || ADDRESS.matcher(name).matches();
  }
}
