package org.fihris.cluster;

import java.net.SocketTimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.fihris.index.IndexException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.transport.httpclient5.ResponseException;
import tools.jackson.databind.JsonNode;

/**
 * What is said when a cluster fails: what was asked, which node failed, what to do. What a node was
 * sent in the headers is in none of it.
 */
record ClusterFailures(ClusterAddress address, ClusterConnection.Timing timing) {
  private static final int MOST_REASON = 500;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int OF_NODE = 500;

  IndexException refused(ClusterRequest request, ClusterNode node, int status, String reason) {
    String remedy =
        switch (status) {
          case UNAUTHORIZED ->
              ". Set "
                  + ClusterAccess.USER
                  + " and "
                  + ClusterAccess.PASSWORD
                  + " in the environment to a user of the cluster.";
          case FORBIDDEN -> ". The user needs the right for it; ask who runs the cluster.";
          case TOO_MANY -> ". The cluster has too much to do; try again later, or add nodes.";
          default -> status >= OF_NODE ? ". See the log of the node, and try again." : ".";
        };
    return new IndexException(
        address
            + ": "
            + request
            + " was refused by "
            + node
            + " with "
            + status
            + (reason.isEmpty() ? "" : " (" + reason + ")")
            + remedy);
  }

  /** A node that is there takes longer than one may. */
  IndexException tooLong(ClusterRequest request, ClusterNode node) {
    return new IndexException(
        address
            + ": "
            + request
            + " was not answered by "
            + node
            + " within "
            + timing.answer().toSeconds()
            + " s. See how the nodes fare, and try again.");
  }

  /**
   * @param why of the node that was asked last
   */
  IndexException noneAnswers(String why, Throwable cause) {
    String nodes =
        address.nodes().stream()
            .map(ClusterAddress.Node::toString)
            .collect(Collectors.joining(", "));
    return new IndexException(
        address
            + ": no node answers ("
            + nodes
            + "; "
            + why
            + "). Start the cluster, or correct the address.",
        cause);
  }

  IndexException insecure(SSLException e) {
    return new IndexException(
        address
            + ": no secure connection: "
            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
            + ". If the certificate of the cluster is its own, name the file of its authority in "
            + ClusterAccess.TRUST_STORE
            + "; a cluster without TLS has an address with opensearch://.",
        e);
  }

  IndexException noJson(ClusterRequest request, RuntimeException e) {
    return new IndexException(
        address
            + ": the answer to "
            + request
            + " is no JSON; what listens there is no OpenSearch. Correct the address.",
        e);
  }

  IndexException interrupted(String meanwhile, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IndexException(address + ": interrupted while " + meanwhile, e);
  }

  /** The client wraps what it throws, some of it twice. */
  private static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
    Throwable cause = e;
    while (cause != null && !type.isInstance(cause)) {
      cause = cause.getCause();
    }
    return type.cast(cause);
  }

  /** The answer that the client takes for a failure; null where there was none. */
  static @Nullable ResponseException answered(Throwable e) {
    return cause(e, ResponseException.class);
  }

  static @Nullable SSLException insecure(Throwable e) {
    return cause(e, SSLException.class);
  }

  /** Whether a node took a connection and did not answer in time. */
  static boolean isTooLong(Throwable e) {
    return cause(e, SocketTimeoutException.class) != null
        && cause(e, ConnectTimeoutException.class) == null;
  }

  /** What a node says of an error. */
  static String reason(JsonNode json) {
    JsonNode error = json.path("error");
    JsonNode root = error.path("root_cause").path(0).path("reason");
    JsonNode reason = error.path("reason");
    String text =
        error.isString()
            ? error.asString()
            : reason.isString() ? reason.asString() : root.isString() ? root.asString() : "";
    JsonNode cause = error.path("caused_by").path("reason");
    if (cause.isString() && !text.contains(cause.asString())) {
      text += ": " + cause.asString();
    }
    return text.length() > MOST_REASON ? text.substring(0, MOST_REASON) + "..." : text;
  }
}
