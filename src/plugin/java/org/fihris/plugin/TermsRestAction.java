package org.fihris.plugin;

import java.io.IOException;
import java.util.List;
import org.fihris.wire.TermsRequest;
import org.opensearch.core.common.Strings;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.action.RestCancellableNodeClient;
import org.opensearch.rest.action.RestToXContentListener;
import org.opensearch.transport.client.node.NodeClient;

/** {@code POST /INDEX/_fihris/terms}: a {@link TermsRequest} as JSON, and its answer. */
final class TermsRestAction extends BaseRestHandler {

  @Override
  public String getName() {
    return "fihris_terms";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(RestRequest.Method.POST, "/{index}/_fihris/terms"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client)
      throws IOException {
    TermsActionRequest terms =
        new TermsActionRequest(
            Strings.splitStringByCommaToArray(request.param("index")),
            TermsRequest.of(request.contentOrSourceParamParser().map()));
    return channel ->
        // Lookups end where nobody waits for them.
        new RestCancellableNodeClient(client, request.getHttpChannel())
            .execute(TermsTransportAction.TYPE, terms, new RestToXContentListener<>(channel));
  }
}
