package org.fihris.server;

import java.time.Duration;

/**
 * How much a stranger may ask of a server, and how long one may take.
 *
 * @param requestTime how long a request may take from its last header to the answer's first byte,
 *     waiting for its turn included; what takes longer is answered with 503
 * @param workers how many requests are worked on at once
 * @param queue how many more may wait for their turn; others are answered with 503 at once
 * @param connections how many connections are served at once; others wait to be accepted
 * @param clientTime how long a client may take to send a request, and to take the answer
 * @param addressBytes the longest request line: method, path and query, percent-encoded
 * @param headerBytes the largest header
 * @param pageSize the most hits, values or suggestions of one answer; from 1
 * @param stopTime how long requests may go on when the server is stopped
 */
public record ServerLimits(
    Duration requestTime,
    int workers,
    int queue,
    int connections,
    Duration clientTime,
    int addressBytes,
    int headerBytes,
    int pageSize,
    Duration stopTime) {

  /** What suits a machine that does little else: a worker for each processor. */
  public static ServerLimits usual() {
    return new ServerLimits(
        Duration.ofSeconds(10),
        Runtime.getRuntime().availableProcessors(),
        100,
        1_000,
        Duration.ofSeconds(30),
        16_384,
        16_384,
        100,
        Duration.ofSeconds(10));
  }

  /**
   * @throws IllegalArgumentException if a number is below 1, the queue's below 0, or a time is none
   */
  public ServerLimits {
    atLeast(1, workers, "number of workers");
    atLeast(0, queue, "length of the queue");
    atLeast(1, connections, "number of connections");
    atLeast(256, addressBytes, "longest request line");
    atLeast(1_024, headerBytes, "size of headers");
    atLeast(1, pageSize, "size of a page");
    atLeast(1, requestTime.toMillis(), "time of a request, in milliseconds,");
    atLeast(1, clientTime.toMillis(), "time of a client, in milliseconds,");
    atLeast(0, stopTime.toMillis(), "time to stop, in milliseconds,");
  }

  private static void atLeast(int least, long number, String what) {
    if (number < least) {
      throw new IllegalArgumentException(
          "the " + what + " is at least " + least + ", not " + number);
    }
  }

  public ServerLimits withRequestTime(Duration time) {
    return new ServerLimits(
        time,
        workers,
        queue,
        connections,
        clientTime,
        addressBytes,
        headerBytes,
        pageSize,
        stopTime);
  }

  /** With other numbers of requests that are worked on, and that wait. */
  public ServerLimits withRequests(int newWorkers, int newQueue) {
    return new ServerLimits(
        requestTime,
        newWorkers,
        newQueue,
        connections,
        clientTime,
        addressBytes,
        headerBytes,
        pageSize,
        stopTime);
  }

  public ServerLimits withClientTime(Duration time) {
    return new ServerLimits(
        requestTime,
        workers,
        queue,
        connections,
        time,
        addressBytes,
        headerBytes,
        pageSize,
        stopTime);
  }

  public ServerLimits withConnections(int number) {
    return new ServerLimits(
        requestTime,
        workers,
        queue,
        number,
        clientTime,
        addressBytes,
        headerBytes,
        pageSize,
        stopTime);
  }

  public ServerLimits withPageSize(int size) {
    return new ServerLimits(
        requestTime,
        workers,
        queue,
        connections,
        clientTime,
        addressBytes,
        headerBytes,
        size,
        stopTime);
  }
}
