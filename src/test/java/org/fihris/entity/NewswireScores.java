package org.fihris.entity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fihris.config.IndexConfig;
import org.fihris.entity.TaggedNewswire.Block;
import org.fihris.entity.TaggedNewswire.Span;

/**
 * Mention-level strict scores: a mention is right where its words and its type are those tagged.
 */
final class NewswireScores {

  /** What was tagged, found, and found rightly. */
  static final class Count {
    private int gold;
    private int found;
    private int right;

    double precision() {
      return found == 0 ? 0 : (double) right / found;
    }

    double recall() {
      return gold == 0 ? 0 : (double) right / gold;
    }

    double f1() {
      return gold + found == 0 ? 0 : 2.0 * right / (gold + found);
    }

    private void add(Count other) {
      gold += other.gold;
      found += other.found;
      right += other.right;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "P %.3f  R %.3f  F1 %.3f  (%d tagged, %d found, %d right)",
          precision(),
          recall(),
          f1(),
          gold,
          found,
          right);
    }
  }

  private final Map<EntityType, Count> counts = new EnumMap<>(EntityType.class);
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  private NewswireScores() {
    for (EntityType type : EntityType.values()) {
      counts.put(type, new Count());
    }
  }

  /**
   * @param statesAsPlaces whether the name of a place that is tagged as an organisation (its
   *     government, its team) is taken for the place
   */
  static NewswireScores of(
      List<Block> blocks,
      EntityRecogniser recogniser,
      Gazetteer gazetteer,
      boolean statesAsPlaces) {
    NewswireScores scores = new NewswireScores();
    for (Block block : blocks) {
      Set<Span> gold = new HashSet<>();
      for (Span span : block.gold()) {
        boolean state = statesAsPlaces && isPlaceName(block.text(span), gazetteer);
        gold.add(
            state && span.type() == EntityType.ORGANISATION
                ? new Span(span.first(), span.last(), EntityType.PLACE)
                : span);
      }
      Map<Span, Evidence> found = new HashMap<>();
      recogniser
          .recognise(block.text())
          .forEach(mention -> found.put(block.span(mention), mention.evidence()));
      scores.add(block, gold, found);
    }
    return scores;
  }

  private static boolean isPlaceName(String written, Gazetteer gazetteer) {
    String bare = written.replaceFirst("^[وفبلك](?=.{4})", "");
    return gazetteer.byName(written).stream().anyMatch(e -> e.type() == EntityType.PLACE)
        || gazetteer.byName(bare).stream().anyMatch(e -> e.type() == EntityType.PLACE);
  }

  private void add(Block block, Set<Span> gold, Map<Span, Evidence> found) {
    for (Span span : gold) {
      counts.get(span.type()).gold++;
      if (!found.containsKey(span)) {
        faults.add("missed " + span.type() + "\t" + block.text(span) + "\t" + context(block, span));
      }
    }
    for (Span span : found.keySet()) {
      String reason = found.get(span).getClass().getSimpleName();
      reasons.merge(reason + (gold.contains(span) ? " right" : " wrong"), 1, Integer::sum);
      counts.get(span.type()).found++;
      if (gold.contains(span)) {
        counts.get(span.type()).right++;
      } else {
        faults.add(
            "wrong "
                + span.type()
                + "\t"
                + reason
                + "\t"
                + block.text(span)
                + "\t"
                + context(block, span));
      }
    }
  }

  private static String context(Block block, Span span) {
    int from = block.words().get(Math.max(0, span.first() - 4))[0];
    int to = block.words().get(Math.min(block.words().size() - 1, span.last() + 3))[1];
    return block.text().substring(from, to).replace('\n', '/');
  }

  Count of(EntityType type) {
    return counts.get(type);
  }

  Count micro() {
    Count all = new Count();
    counts.values().forEach(all::add);
    return all;
  }

  void print(PrintStream out) {
    counts.forEach((type, count) -> out.printf(Locale.ROOT, "%-13s%s%n", type, count));
    out.printf(Locale.ROOT, "%-13s%s%n", "micro", micro());
  }

  /**
   * {@code FILE dev|test [faults]}: the scores on one half; with the third, every fault. With
   * {@code -Dfihris.config=FOLDER} by the tables and the tagger of a folder.
   */
  public static void main(String[] args) throws IOException {
    String folder = System.getProperty("fihris.config", "");
    IndexConfig config =
        folder.isEmpty() ? IndexConfig.packaged() : IndexConfig.folder(Path.of(folder));
    Gazetteer gazetteer = Gazetteer.of(config);
    EntityRecogniser recogniser = new EntityRecogniser(gazetteer);
    List<Block> blocks = TaggedNewswire.half(Path.of(args[0]), args[1].equals("test"));
    for (boolean statesAsPlaces : new boolean[] {false, true}) {
      NewswireScores scores = of(blocks, recogniser, gazetteer, statesAsPlaces);
      System.out.println(
          statesAsPlaces ? "states tagged as organisations are places:" : "as tagged:");
      scores.print(System.out);
      if (args.length > 2 && !statesAsPlaces) {
        System.out.println(scores.reasons);
        scores.faults.forEach(System.out::println);
      }
    }
  }
}
