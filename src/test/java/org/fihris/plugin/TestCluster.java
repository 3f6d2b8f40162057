package org.fihris.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A cluster that {@code src/test/sh/cluster.sh} started, whose nodes have the plugin. */
final class TestCluster implements AutoCloseable {

  /** The property that names its address; tests that need one are left out without it. */
  static final String PROPERTY = "fihris.cluster";

  static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address = System.getProperty(PROPERTY);

  record Answer(int status, JsonNode body) {}

  Answer ask(String method, String path, Object body) {
    return send(
        method,
        path,
        "application/json",
        body instanceof String text ? text : JSON.writeValueAsString(body));
  }

  Answer get(String path) {
    return send("GET", path, "application/json", "");
  }

  /** Lines of JSON. */
  Answer bulk(String path, String lines) {
    return send("POST", path, "application/x-ndjson", lines);
  }

  private Answer send(String method, String path, String type, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", type)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
