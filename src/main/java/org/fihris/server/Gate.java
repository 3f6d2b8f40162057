package org.fihris.server;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/** What every request passes first: the headers that every answer has. */
final class Gate implements Filter {

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    SafeHeaders.ALL.forEach(response::header);
    chain.proceed();
  }
}
