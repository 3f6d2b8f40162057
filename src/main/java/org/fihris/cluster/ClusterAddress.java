package org.fihris.cluster;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fihris.index.IndexException;
import org.jspecify.annotations.Nullable;

/**
 * Where an index on a cluster is: {@code opensearch://host:port,host:port/index}, or {@code
 * opensearch+https://...} where the nodes speak TLS. Ports are 9200 unless they are given.
 *
 * <p>There is no place for a password in it: an address is printed, logged and kept in the history
 * of a shell.
 *
 * @param tls whether the nodes speak TLS
 * @param nodes any of the nodes of the cluster, one or more; requests go to all of them in turn
 * @param index the name of the index
 */
public record ClusterAddress(boolean tls, List<Node> nodes, String index) {
  private static final String PLAIN = "opensearch";
  private static final String TLS = "opensearch+https";
  private static final int DEFAULT_PORT = 9200;
  private static final int MAX_PORT = 65_535;
  private static final int MAX_NAME_BYTES = 255;
  private static final String FORM =
      " Its form: " + PLAIN + "://host:9200,host:9200/index, or " + TLS + "://... for TLS.";

  /**
   * A node of the cluster.
   *
   * @param host a name or an address; one of IPv6 in brackets
   */
  public record Node(String host, int port) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  public ClusterAddress {
    nodes = List.copyOf(nodes);
    String fault = nodes.isEmpty() ? "it names no node" : faultOfName(index);
    if (fault != null) {
      throw new IndexException("the address of a cluster: " + fault + "." + FORM);
    }
  }

  /** Whether a text is meant as the address of an index on a cluster, well formed or not. */
  public static boolean isOne(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith(PLAIN + ":") || lower.startsWith(TLS + ":");
  }

  /**
   * Reads an address.
   *
   * @throws IndexException if it is none, or holds a name or a password; the message never does
   */
  public static ClusterAddress parse(String text) {
    try {
      return of(new URI(text));
    } catch (URISyntaxException e) {
      // What the exception says would repeat the text, and with it what may be a password.
      throw new IndexException("the address of a cluster: not a well-formed address." + FORM);
    }
  }

  /** As {@link #parse}. */
  public static ClusterAddress of(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals(PLAIN) && !scheme.equals(TLS)) {
      throw new IndexException(
          "the address of a cluster begins with " + PLAIN + ":// or " + TLS + "://." + FORM);
    }
    String authority = uri.getRawAuthority();
    if (authority == null) {
      throw new IndexException("the address of a cluster: it names no node." + FORM);
    }
    if (authority.indexOf('@') >= 0) {
      throw new IndexException(
          "the address of a cluster: a name or a password does not belong into it, where others"
              + " can read it. Set "
              + ClusterAccess.USER
              + " and "
              + ClusterAccess.PASSWORD
              + " in the environment.");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IndexException("the address of a cluster ends with the index." + FORM);
    }
    List<Node> nodes = new ArrayList<>();
    for (String node : authority.split(",", -1)) {
      nodes.add(node(node));
    }
    String path = uri.getPath();
    return new ClusterAddress(
        scheme.equals(TLS), nodes, path.startsWith("/") ? path.substring(1) : path);
  }

  private static Node node(String text) {
    int colon = text.lastIndexOf(':');
    boolean hasPort = colon > text.lastIndexOf(']');
    String host = hasPort ? text.substring(0, colon) : text;
    boolean isBracketed = host.startsWith("[") && host.endsWith("]");
    if (host.isEmpty() || (host.indexOf(':') >= 0 && !isBracketed)) {
      throw new IndexException("the address of a cluster: \"" + text + "\" is no node." + FORM);
    }
    return new Node(host, hasPort ? port(text, text.substring(colon + 1)) : DEFAULT_PORT);
  }

  private static int port(String node, String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port <= MAX_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IndexException(
        "the address of a cluster: the port of " + node + " is not one of 1 to 65535." + FORM);
  }

  /** What OpenSearch would not take as the name of an index; null if nothing. */
  private static @Nullable String faultOfName(String name) {
    if (name.isEmpty()) {
      return "it names no index";
    }
    String said = "the name of the index";
    if (name.equals(".") || name.equals("..")) {
      return said + " cannot be a dot or two";
    }
    if (!name.equals(name.toLowerCase(Locale.ROOT))) {
      return said + " has to be in lower case";
    }
    if ("_-+.".indexOf(name.charAt(0)) >= 0) {
      return said + " cannot begin with " + name.charAt(0);
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || "\\/*?\"<>|,#:%&".indexOf(c) >= 0) {
        return said + " cannot have \"" + c + "\" in it";
      }
    }
    return name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES
        ? said + " is longer than 255 bytes"
        : null;
  }

  /** The address as it is written on a command line. */
  @Override
  public String toString() {
    String hosts = String.join(",", nodes.stream().map(Node::toString).toList());
    return (tls ? TLS : PLAIN) + "://" + hosts + "/" + index;
  }
}
