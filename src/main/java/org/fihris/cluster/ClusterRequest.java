package org.fihris.cluster;

import org.jspecify.annotations.Nullable;

/**
 * What a node is asked for.
 *
 * @param method of HTTP
 * @param path with its leading slash, and parameters
 * @param body null for none
 * @param type of the body
 */
record ClusterRequest(String method, String path, byte @Nullable [] body, String type) {
  private static final String JSON_TYPE = "application/json; charset=UTF-8";
  private static final String LINES_TYPE = "application/x-ndjson; charset=UTF-8";

  static ClusterRequest of(String method, String path) {
    return new ClusterRequest(method, path, null, JSON_TYPE);
  }

  static ClusterRequest ofJson(String method, String path, byte[] json) {
    return new ClusterRequest(method, path, json, JSON_TYPE);
  }

  /**
   * @param lines a JSON object in each
   */
  static ClusterRequest ofLines(String path, byte[] lines) {
    return new ClusterRequest("POST", path, lines, LINES_TYPE);
  }

  /** What messages call it. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
