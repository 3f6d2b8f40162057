package org.fihris.cluster;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import org.opensearch.client.json.JsonpMapper;

/**
 * In the place of the JSON that the client would write and read: bodies come to it as bytes, and go
 * from it as bytes, so that one JSON library is enough.
 */
final class NoJson implements JsonpMapper {
  @Override
  public JsonProvider jsonProvider() {
    throw unused();
  }

  @Override
  public <T> T deserialize(JsonParser parser, Class<T> type) {
    throw unused();
  }

  @Override
  public <T> void serialize(T value, JsonGenerator generator) {
    throw unused();
  }

  private static IllegalStateException unused() {
    return new IllegalStateException("bodies are bytes here");
  }
}
