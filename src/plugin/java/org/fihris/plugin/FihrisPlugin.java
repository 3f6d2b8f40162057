package org.fihris.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.opensearch.action.ActionRequest;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.node.DiscoveryNodes;
import org.opensearch.common.settings.ClusterSettings;
import org.opensearch.common.settings.IndexScopedSettings;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.settings.SettingsFilter;
import org.opensearch.core.action.ActionResponse;
import org.opensearch.index.analysis.AnalyzerProvider;
import org.opensearch.index.analysis.AnalyzerScope;
import org.opensearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.opensearch.plugins.ActionPlugin;
import org.opensearch.plugins.AnalysisPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.SearchPlugin;
import org.opensearch.rest.RestController;
import org.opensearch.rest.RestHandler;

/**
 * What OpenSearch loads: the analyzers {@code fihris} (stems) and {@code fihris_words} (words as
 * they are written), the query {@code fihris}, and the addresses {@code GET /_fihris} and {@code
 * POST /INDEX/_fihris/terms}.
 */
public final class FihrisPlugin extends Plugin
    implements AnalysisPlugin, SearchPlugin, ActionPlugin {

  private final NodeTables tables;

  /** As OpenSearch calls it. A fault in the tables keeps the node from starting. */
  public FihrisPlugin(Settings settings, Path configFolder) {
    tables = new NodeTables(settings, configFolder);
  }

  @Override
  public List<Setting<?>> getSettings() {
    return List.of(NodeTables.FOLDER, TermsTransportAction.MOST_TIME);
  }

  @Override
  public Settings additionalSettings() {
    return tables.attributes();
  }

  @Override
  public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
    return Map.of(
        "fihris", (index, environment, name, settings) -> shared(name, tables.stems()),
        "fihris_words", (index, environment, name, settings) -> shared(name, tables.words()));
  }

  /** One for all indices, which none of them closes. */
  private static AnalyzerProvider<Analyzer> shared(String name, Analyzer analyzer) {
    return new AnalyzerProvider<>() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public AnalyzerScope scope() {
        return AnalyzerScope.INDICES;
      }

      @Override
      public Analyzer get() {
        return analyzer;
      }
    };
  }

  @Override
  public List<QuerySpec<?>> getQueries() {
    return List.of(
        new QuerySpec<>(
            TreeQueryBuilder.NAME, TreeQueryBuilder::new, TreeQueryBuilder::fromXContent));
  }

  @Override
  public List<ActionHandler<? extends ActionRequest, ? extends ActionResponse>> getActions() {
    return List.of(new ActionHandler<>(TermsTransportAction.TYPE, TermsTransportAction.class));
  }

  @Override
  public List<RestHandler> getRestHandlers(
      Settings settings,
      RestController controller,
      ClusterSettings clusterSettings,
      IndexScopedSettings indexSettings,
      SettingsFilter filter,
      IndexNameExpressionResolver names,
      Supplier<DiscoveryNodes> nodes) {
    return List.of(new TermsRestAction(), new NodesRestAction(tables, nodes));
  }
}
