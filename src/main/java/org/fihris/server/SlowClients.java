package org.fihris.server;

import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections on which a request and its answer take too long: whose client sends its
 * headers letter by letter, or does not take what it asked for. Java has a time-out for the next
 * bytes that come, but none for all of them and none for those that go. A connection without a
 * request is closed by the server itself.
 */
final class SlowClients implements Http1ConnectionListener, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SlowClients.class.getName());

  private final long timeNanos;
  private final Map<ConnectionContext, Long> ends = new ConcurrentHashMap<>();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fihris-slow-clients").factory());

  /**
   * @param time from the first line of a request to the last byte of its answer
   */
  SlowClients(Duration time) {
    this.timeNanos = time.toNanos();
    long pause = Math.min(1_000, Math.max(10, time.toMillis() / 4));
    looking.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
  }

  @Override
  public void prologue(ConnectionContext connection, HttpPrologue prologue) {
    ends.put(connection, System.nanoTime() + timeNanos);
  }

  private void look() {
    long now = System.nanoTime();
    ends.forEach(
        (connection, end) -> {
          if (now - end >= 0 && ends.remove(connection, end)) {
            close(connection);
          }
        });
  }

  /** Whoever reads from it or writes to it is woken, and ends. It may be closed already. */
  private static void close(ConnectionContext connection) {
    try {
      connection.serverSocket().close();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "a connection cannot be closed", e);
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
