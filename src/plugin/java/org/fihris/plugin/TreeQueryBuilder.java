package org.fihris.plugin;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.fihris.wire.QueryTree;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.index.query.AbstractQueryBuilder;
import org.opensearch.index.query.QueryShardContext;

/** The query {@code {"fihris": TREE}}: a Lucene query as {@link QueryTree} writes it. */
final class TreeQueryBuilder extends AbstractQueryBuilder<TreeQueryBuilder> {
  static final String NAME = "fihris";

  private final Map<String, Object> tree;

  private TreeQueryBuilder(Map<String, Object> tree) {
    this.tree = tree;
  }

  TreeQueryBuilder(StreamInput in) throws IOException {
    super(in);
    tree = in.readMap();
  }

  /**
   * @throws org.fihris.wire.WireException if what is sent is no query; no shard is asked then
   */
  static TreeQueryBuilder fromXContent(XContentParser parser) throws IOException {
    Map<String, Object> tree = parser.map();
    QueryTree.toQuery(tree);
    return new TreeQueryBuilder(tree);
  }

  @Override
  protected void doWriteTo(StreamOutput out) throws IOException {
    out.writeMap(tree);
  }

  @Override
  protected void doXContent(XContentBuilder builder, Params params) throws IOException {
    builder.field(NAME, tree);
  }

  @Override
  protected Query doToQuery(QueryShardContext context) {
    return QueryTree.toQuery(tree, WholeIndexQuery::of);
  }

  @Override
  protected boolean doEquals(TreeQueryBuilder other) {
    return tree.equals(other.tree);
  }

  @Override
  protected int doHashCode() {
    return tree.hashCode();
  }

  @Override
  public String getWriteableName() {
    return NAME;
  }
}
