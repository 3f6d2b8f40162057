package org.fihris.entity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.fihris.config.ConfigException;

/**
 * The weights of a statistical tagger of names: a log-linear model of the label of a word, given
 * what {@link TaggerFeatures} say of it and the label of the word before. Trained by the package
 * {@code training}, read from {@code entities/tagger.bin} of a configuration. Immutable,
 * thread-safe.
 *
 * <p>The file holds its name and version, the threshold, a line of text that says what the model
 * was trained on, the weights, and a SHA-256 of all before it.
 */
public final class TaggerModel {

  /** How many labels a word may have. */
  public static final int LABELS = Label.COUNT;

  private static final byte[] NAME = "FIHRIS-TAGGER".getBytes(StandardCharsets.US_ASCII);
  private static final int FORMAT = 1;
  private static final int CHECKSUM = 32;
  private static final int SLOTS_PER_FEATURE = 2;

  /** Feature, then as many weights as labels. */
  private static final int BYTES_OF_FEATURE = Long.BYTES + LABELS * Float.BYTES;

  private final String origin;
  private final double threshold;
  private final Map<Long, float[]> features;
  private final float[][] transitions;
  private final long[] keys;
  private final float[] weights;
  private final int mask;

  private TaggerModel(
      String origin, double threshold, Map<Long, float[]> features, float[][] transitions) {
    this.origin = origin;
    this.threshold = threshold;
    this.features = features;
    this.transitions = transitions;
    int size = Integer.highestOneBit(Math.max(8, features.size() * SLOTS_PER_FEATURE)) * 2;
    mask = size - 1;
    keys = new long[size];
    weights = new float[size * LABELS];
    features.forEach(this::place);
  }

  private void place(long feature, float[] ofLabels) {
    int slot = slot(feature);
    while (keys[slot] != 0) {
      slot = slot + 1 & mask;
    }
    keys[slot] = feature;
    System.arraycopy(ofLabels, 0, weights, slot * LABELS, LABELS);
  }

  /**
   * A model of trained weights.
   *
   * @param origin one line that says what it was trained on
   * @param threshold a name that is less probable than this is left out; 0 to 1
   * @param features of each feature the weights of all {@value #LABELS} labels
   * @param transitions of each label of the word before the weights of all labels
   * @throws IllegalArgumentException if the threshold or the number of weights is not so
   */
  public static TaggerModel of(
      String origin, double threshold, Map<Long, float[]> features, float[][] transitions) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold is between 0 and 1, not " + threshold);
    }
    boolean square =
        transitions.length == LABELS
            && Arrays.stream(transitions).allMatch(row -> row.length == LABELS)
            && features.values().stream().allMatch(row -> row.length == LABELS);
    if (!square) {
      throw new IllegalArgumentException("each row of weights has " + LABELS);
    }
    return new TaggerModel(origin, threshold, new TreeMap<>(features), transitions);
  }

  /** What the model was trained on. */
  public String origin() {
    return origin;
  }

  /** A name that is less probable than this is left out. */
  public double threshold() {
    return threshold;
  }

  /** The same model with another threshold. */
  public TaggerModel withThreshold(double other) {
    return of(origin, other, features, transitions);
  }

  /** Adds the weights of the first {@code count} features to the scores of the labels. */
  void score(long[] of, int count, double[] scores) {
    for (int i = 0; i < count; i++) {
      int slot = slot(of[i]);
      while (keys[slot] != 0 && keys[slot] != of[i]) {
        slot = slot + 1 & mask;
      }
      if (keys[slot] != 0) {
        int row = slot * LABELS;
        for (int label = 0; label < LABELS; label++) {
          scores[label] += weights[row + label];
        }
      }
    }
  }

  /** The weight of a label behind another. */
  double transition(int previous, int label) {
    return transitions[previous][label];
  }

  private int slot(long feature) {
    return (int) (feature ^ feature >>> 32) & mask;
  }

  /** The model as a file has it; equal for equal models. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(NAME);
      out.writeInt(FORMAT);
      out.writeInt(TaggerFeatures.VERSION);
      out.writeDouble(threshold);
      out.writeUTF(origin);
      for (float[] row : transitions) {
        writeRow(out, row);
      }
      out.writeInt(features.size());
      for (Map.Entry<Long, float[]> feature : features.entrySet()) {
        out.writeLong(feature.getKey());
        writeRow(out, feature.getValue());
      }
      out.write(checksum(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void writeRow(DataOutputStream out, float[] row) throws IOException {
    for (float weight : row) {
      out.writeFloat(weight);
    }
  }

  /**
   * The model that a file holds.
   *
   * @param file the name of the file, for messages
   * @throws ConfigException if it is no such file, one of another version, or damaged
   */
  public static TaggerModel read(byte[] bytes, String file) {
    int body = bytes.length - CHECKSUM;
    if (body < NAME.length || !Arrays.equals(NAME, Arrays.copyOf(bytes, NAME.length))) {
      throw new ConfigException(
          file + ": not a model of names; write it with 'fihris train-entities', or remove it");
    }
    byte[] told = Arrays.copyOfRange(bytes, body, bytes.length);
    if (!Arrays.equals(told, checksum(Arrays.copyOf(bytes, body)))) {
      throw new ConfigException(
          file
              + ": damaged: its checksum does not fit what it holds; copy it again, or train it"
              + " again with 'fihris train-entities'");
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, NAME.length, body - NAME.length))) {
      return read(in, file);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(file + ": damaged; train it again with 'fihris train-entities'", e);
    }
  }

  private static TaggerModel read(DataInputStream in, String file) throws IOException {
    int format = in.readInt();
    int version = format == FORMAT ? in.readInt() : 0;
    if (version != TaggerFeatures.VERSION) {
      throw new ConfigException(
          file
              + ": a model of another version of Fihris; train it again with"
              + " 'fihris train-entities'");
    }
    double threshold = in.readDouble();
    String origin = in.readUTF();
    float[][] transitions = new float[LABELS][];
    for (int label = 0; label < LABELS; label++) {
      transitions[label] = readRow(in);
    }
    int count = in.readInt();
    if (count < 0 || (long) count * BYTES_OF_FEATURE != in.available()) {
      throw new IOException("the number of features is wrong");
    }
    Map<Long, float[]> features = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      features.put(in.readLong(), readRow(in));
    }
    return of(origin, threshold, features, transitions);
  }

  private static float[] readRow(DataInputStream in) throws IOException {
    float[] row = new float[LABELS];
    for (int label = 0; label < LABELS; label++) {
      row[label] = in.readFloat();
    }
    return row;
  }

  private static byte[] checksum(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
