package org.fihris.plugin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.fihris.wire.FoundTerms;
import org.fihris.wire.TermLookup;
import org.fihris.wire.TermsAnswer;
import org.opensearch.ExceptionsHelper;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.action.ActionType;
import org.opensearch.action.support.ActionFilters;
import org.opensearch.action.support.broadcast.TransportBroadcastAction;
import org.opensearch.cluster.ClusterState;
import org.opensearch.cluster.block.ClusterBlockException;
import org.opensearch.cluster.block.ClusterBlockLevel;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.routing.GroupShardsIterator;
import org.opensearch.cluster.routing.Preference;
import org.opensearch.cluster.routing.ShardIterator;
import org.opensearch.cluster.routing.ShardRouting;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.inject.Inject;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.settings.Setting.Property;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.core.common.breaker.CircuitBreaker;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.index.engine.Engine;
import org.opensearch.index.shard.IndexShard;
import org.opensearch.indices.IndicesService;
import org.opensearch.tasks.Task;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.TransportService;

/**
 * Looks up in one copy of each shard, the primary where it is there, and puts together what they
 * found. What a shard cannot answer is answered by no other, so then the request fails as a whole.
 * Public since OpenSearch makes it.
 */
public final class TermsTransportAction
    extends TransportBroadcastAction<
        TermsActionRequest, TermsActionResponse, ShardTermsRequest, ShardTermsResponse> {

  /** A right to read indices, as those that administer rights know them by their beginnings. */
  static final ActionType<TermsActionResponse> TYPE =
      new ActionType<>("indices:data/read/fihris/terms", TermsActionResponse::new);

  /** How long the lookups of one request may take in one shard. */
  static final Setting<TimeValue> MOST_TIME =
      Setting.positiveTimeSetting(
          "fihris.terms.timeout", TimeValue.timeValueSeconds(10), Property.NodeScope);

  private final IndicesService indices;
  private final TimeValue mostTime;

  /** As OpenSearch calls it. */
  @Inject
  public TermsTransportAction(
      Settings settings,
      ClusterService cluster,
      TransportService transport,
      IndicesService indices,
      ActionFilters filters,
      IndexNameExpressionResolver names) {
    super(
        TYPE.name(),
        cluster,
        transport,
        filters,
        names,
        TermsActionRequest::new,
        ShardTermsRequest::new,
        ThreadPool.Names.SEARCH);
    this.indices = indices;
    this.mostTime = MOST_TIME.get(settings);
  }

  @Override
  protected GroupShardsIterator<ShardIterator> shards(
      ClusterState state, TermsActionRequest request, String[] concreteIndices) {
    Map<String, Set<String>> routing =
        indexNameExpressionResolver.resolveSearchRouting(state, null, request.indices());
    return clusterService
        .operationRouting()
        .searchShards(state, concreteIndices, routing, Preference.PRIMARY_FIRST.type());
  }

  @Override
  protected ClusterBlockException checkGlobalBlock(ClusterState state, TermsActionRequest request) {
    return state.blocks().globalBlockedException(ClusterBlockLevel.READ);
  }

  @Override
  protected ClusterBlockException checkRequestBlock(
      ClusterState state, TermsActionRequest request, String[] concreteIndices) {
    return state.blocks().indicesBlockedException(ClusterBlockLevel.READ, concreteIndices);
  }

  @Override
  protected ShardTermsRequest newShardRequest(
      int copies, ShardRouting shard, TermsActionRequest request) {
    return new ShardTermsRequest(shard.shardId(), request);
  }

  @Override
  protected ShardTermsResponse readShardResponse(StreamInput in) throws IOException {
    return new ShardTermsResponse(in);
  }

  @Override
  protected ShardTermsResponse shardOperation(ShardTermsRequest request, Task task)
      throws IOException {
    IndexShard shard =
        indices.indexServiceSafe(request.shardId().getIndex()).getShard(request.shardId().id());
    CircuitBreaker breaker = indices.getCircuitBreakerService().getBreaker(CircuitBreaker.REQUEST);
    try (Engine.Searcher searcher = shard.acquireSearcher("fihris_terms");
        LookupLimits limits = new LookupLimits(task, mostTime, breaker)) {
      List<FoundTerms> found = new ArrayList<>();
      for (TermLookup lookup : request.terms().lookups()) {
        found.add(FoundTerms.in(searcher.getIndexReader(), lookup, limits));
      }
      return new ShardTermsResponse(
          request.shardId(), new TermsAnswer(searcher.getIndexReader().numDocs(), found));
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // as it is declared
  protected TermsActionResponse newResponse(
      TermsActionRequest request, AtomicReferenceArray answers, ClusterState state) {
    List<TermsAnswer> ofShards = new ArrayList<>();
    for (int i = 0; i < answers.length(); i++) {
      Object answer = answers.get(i);
      if (answer instanceof ShardTermsResponse response) {
        ofShards.add(response.answer());
      } else if (answer instanceof Exception failure) {
        throw failed(failure);
      } else {
        throw new OpenSearchStatusException(
            "A shard of {} cannot be asked for its terms; wait until the index is not red.",
            RestStatus.SERVICE_UNAVAILABLE,
            String.join(", ", request.indices()));
      }
    }
    return new TermsActionResponse(
        answers.length(), TermsAnswer.together(ofShards, request.terms()));
  }

  /** What went wrong in a shard, under the status that it had there. */
  private static OpenSearchStatusException failed(Exception failure) {
    Throwable cause = ExceptionsHelper.unwrapCause(failure);
    Throwable root =
        cause.getCause() == null ? cause : ExceptionsHelper.unwrapCause(cause.getCause());
    return new OpenSearchStatusException(
        "A shard could not be asked for its terms: {}",
        ExceptionsHelper.status(root),
        root,
        root.getMessage());
  }
}
