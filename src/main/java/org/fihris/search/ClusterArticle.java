package org.fihris.search;

import java.util.ArrayList;
import java.util.List;
import org.fihris.cluster.ClusterValues;
import org.fihris.index.Schema;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An article that a cluster found, without its texts.
 *
 * @param key under which the cluster keeps it
 * @param group key of its story
 * @param seconds of its publication since 1970; null where it is undated
 * @param outlets folded names of its outlet, one or none
 * @param agencies folded names of the agencies that it names
 */
record ClusterArticle(
    String key,
    String id,
    String group,
    @Nullable Long seconds,
    List<String> outlets,
    List<String> agencies) {

  static ClusterArticle of(JsonNode hit) {
    JsonNode fields = hit.path("fields");
    JsonNode time = fields.path(Schema.TIME).path(0);
    List<String> outlets = new ArrayList<>();
    for (JsonNode outlet : fields.path(Schema.facetField(Schema.FACET_SOURCE))) {
      String folded = Folding.fold(ClusterValues.label(outlet.asString()));
      if (!folded.equals(Schema.UNKNOWN)) {
        outlets.add(folded);
      }
    }
    List<String> agencies = new ArrayList<>();
    fields.path(Schema.AGENCY).forEach(agency -> agencies.add(Folding.fold(agency.asString())));
    return new ClusterArticle(
        hit.path("_id").asString(""),
        fields.path(Schema.ID).path(0).asString(""),
        fields.path(Schema.GROUP).path(0).asString(""),
        time.isNumber() ? time.longValue() : null,
        outlets,
        agencies);
  }
}
