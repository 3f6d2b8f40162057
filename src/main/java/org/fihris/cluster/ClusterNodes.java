package org.fihris.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.fihris.index.IndexException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.httpclient5.ResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The nodes of a cluster, which are asked in turn. A request that a node cannot take, or that it is
 * silent about, goes to the next; what none can take now is asked again, later and later, as long
 * as there is patience for it. Every request can be made twice without harm. Safe for any number of
 * threads.
 */
final class ClusterNodes implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int TOO_MANY = 429;
  private static final List<Integer> OF_ONE_NODE = List.of(502, 503, 504);
  private static final int REFUSED = 300;

  private final ClusterConnection.Timing timing;
  private final ClusterFailures failures;
  private final List<ClusterNode> nodes;
  private final AtomicInteger turn = new AtomicInteger(ThreadLocalRandom.current().nextInt(1000));

  ClusterNodes(ClusterAddress address, ClusterAccess access, ClusterConnection.Timing timing) {
    this.timing = timing;
    this.failures = new ClusterFailures(address, timing);
    SSLContext tls = address.tls() ? access.tls() : null;
    String authorization = access.authorization();
    this.nodes =
        address.nodes().stream()
            .map(node -> ClusterNode.of(node, tls, authorization, timing))
            .toList();
  }

  /** What may go better later. */
  private static class Busy extends Exception {
    private static final long serialVersionUID = 1L;
    private final IndexException told;

    Busy(IndexException told) {
      super(told);
      this.told = told;
    }
  }

  /** What may go better at another node. */
  private static final class Missed extends Busy {
    private static final long serialVersionUID = 1L;

    Missed(IndexException told) {
      super(told);
    }
  }

  /**
   * Asks.
   *
   * @param answers what is no failure of the codes of HTTP that are none of success
   */
  ClusterConnection.Answer ask(ClusterRequest request, Duration patience, List<Integer> answers) {
    long start = System.nanoTime();
    for (int attempt = 0; ; attempt++) {
      try {
        return askInTurn(request, answers);
      } catch (Busy busy) {
        Duration pause = length(attempt);
        if (System.nanoTime() - start + pause.toNanos() > patience.toNanos()) {
          throw busy.told;
        }
        await(pause);
      } catch (InterruptedException e) {
        throw failures.interrupted(request + " was asked", e);
      }
    }
  }

  private ClusterConnection.Answer askInTurn(ClusterRequest request, List<Integer> answers)
      throws Busy, InterruptedException {
    Missed last = null;
    for (ClusterNode node : inTurn()) {
      try {
        ClusterConnection.Answer answer = answer(node, request);
        if (answer.status() >= REFUSED && !answers.contains(answer.status())) {
          throw refused(request, node, answer);
        }
        return answer;
      } catch (Missed missed) {
        node.miss();
        last = missed;
      }
    }
    throw Objects.requireNonNull(last, "an address names one node at least");
  }

  private IndexException refused(
      ClusterRequest request, ClusterNode node, ClusterConnection.Answer answer) throws Busy {
    IndexException told =
        failures.refused(request, node, answer.status(), ClusterFailures.reason(answer.json()));
    if (OF_ONE_NODE.contains(answer.status())) {
      throw new Missed(told);
    }
    if (answer.status() == TOO_MANY) {
      throw new Busy(told);
    }
    return told;
  }

  /** All nodes, each as often in front as the others; those that were missed at the end. */
  private List<ClusterNode> inTurn() throws InterruptedException {
    int first = Math.floorMod(turn.getAndIncrement(), nodes.size());
    List<ClusterNode> trusted = new ArrayList<>();
    List<ClusterNode> others = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      ClusterNode node = nodes.get((first + i) % nodes.size());
      (node.isTrusted() ? trusted : others).add(node);
    }
    trusted.addAll(others);
    return trusted;
  }

  /**
   * What a node answers. One that says nothing for a while is asked whether it is there: a search
   * may take long, and a node that has stopped takes for ever.
   */
  private ClusterConnection.Answer answer(ClusterNode node, ClusterRequest request)
      throws Missed, InterruptedException {
    CompletableFuture<Response> asked = node.ask(request);
    long end = System.nanoTime() + timing.answer().toNanos();
    try {
      while (true) {
        long left = end - System.nanoTime();
        try (Response response =
            asked.get(Math.min(left, timing.silence().toNanos()), TimeUnit.NANOSECONDS)) {
          byte[] body = response.getBody().map(Body::bodyAsBytes).orElse(null);
          return new ClusterConnection.Answer(response.getStatus(), json(request, body));
        } catch (TimeoutException e) {
          if (left <= timing.silence().toNanos()) {
            throw failures.tooLong(request, node);
          }
          if (node.greet(timing.connect()) == ClusterNode.Greeting.NOT_ANSWERED) {
            throw new Missed(failures.noneAnswers(node + " is silent", e));
          }
        } catch (ExecutionException | IOException e) {
          return answer(request, node, e);
        }
      }
    } finally {
      asked.cancel(true);
    }
  }

  /** Some answers come as failures. */
  private ClusterConnection.Answer answer(ClusterRequest request, ClusterNode node, Exception e)
      throws Missed {
    ResponseException answered = ClusterFailures.answered(e);
    if (answered != null) {
      return new ClusterConnection.Answer(answered.status(), body(answered));
    }
    SSLException insecure = ClusterFailures.insecure(e);
    if (insecure != null) {
      throw failures.insecure(insecure);
    }
    if (ClusterFailures.isTooLong(e)) {
      throw failures.tooLong(request, node);
    }
    Throwable why = e.getCause() == null ? e : e.getCause();
    throw new Missed(failures.noneAnswers(String.valueOf(why.getMessage()), e));
  }

  /** What a node answered; the client puts it behind a line of its own. */
  private static JsonNode body(ResponseException e) {
    String message = String.valueOf(e.getMessage());
    int body = message.indexOf('\n');
    try {
      return body < 0 ? MissingNode.getInstance() : JSON.readTree(message.substring(body + 1));
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }

  private JsonNode json(ClusterRequest request, byte @Nullable [] body) {
    if (body == null || body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw failures.noJson(request, e);
    }
  }

  /** Waits; by chance for a little longer or shorter, lest all threads come back at once. */
  void pause(int attempt) {
    await(length(attempt));
  }

  /** Longer and longer, up to some seconds. */
  private static Duration length(int attempt) {
    long most = Math.min(5_000, 100L << Math.min(attempt, 6));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
  }

  private void await(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      throw failures.interrupted("waiting for the cluster", e);
    }
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (ClusterNode node : nodes) {
      try {
        node.close();
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
