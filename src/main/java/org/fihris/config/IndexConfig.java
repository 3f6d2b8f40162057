package org.fihris.config;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables an index is built with, read once and never changed after.
 *
 * <p>A table is a UTF-8 text file of one entry a line; empty lines and lines that begin with {@code
 * #} are left out. The defaults are packed into the jar; a folder given by the user replaces them
 * file by file. Safe for any number of threads.
 */
public final class IndexConfig {

  /** Every table there is, by its path inside the folder. */
  public static final List<String> FILES =
      List.of(
          "stopwords.txt",
          "spelling-classes.txt",
          "lexicon.txt",
          "stems.tsv",
          "verbs.tsv",
          "boilerplate.txt",
          "repeated-lines.tsv",
          "sources.tsv",
          "entities/persons.tsv",
          "entities/places.tsv",
          "entities/organisations.tsv",
          "entities/names.tsv",
          "entities/grammar.tsv",
          "entities/forms.tsv",
          "entities/transliteration.tsv");

  /**
   * The one file that is no table: a tagger of names as {@code fihris train-entities} writes it.
   * There is none by default.
   */
  public static final String MODEL = "entities/tagger.bin";

  /** The file that the build adds to the tables in the jar: their {@link #hash}. */
  private static final String HASH_FILE = "hash";

  private final Map<String, Table> tables;
  private final @Nullable Model model;
  private volatile @Nullable String hash;
  private final Map<Class<?>, Made> made = new ConcurrentHashMap<>();

  /** Several things are made of the largest tables, one soon after the other. */
  private final Map<String, SoftReference<List<ConfigLine>>> read = new ConcurrentHashMap<>();

  private sealed interface Table {
    String displayName();

    String content();
  }

  private record FolderTable(String displayName, String content) implements Table {}

  /** Read when it is asked for: a search needs few of the tables. */
  private record PackagedTable(String file) implements Table {
    @Override
    public String displayName() {
      return "index-config/" + file;
    }

    @Override
    public String content() {
      return packagedContent(file);
    }
  }

  private record Model(String displayName, byte[] content) {}

  /** What was made of the tables, and a lock for who makes it. */
  private static final class Made {
    private SoftReference<@Nullable Object> kept = new SoftReference<>(null);
  }

  private IndexConfig(Map<String, Table> tables, @Nullable Model model, @Nullable String hash) {
    this.tables = tables;
    this.model = model;
    this.hash = hash;
  }

  /** The default tables that are packed into the jar, the same object each time. */
  public static IndexConfig packaged() {
    return Packaged.ONE;
  }

  private static final class Packaged {
    private static final IndexConfig ONE = readPackaged();
  }

  private static IndexConfig readPackaged() {
    Map<String, Table> tables = new TreeMap<>();
    for (String file : FILES) {
      tables.put(file, new PackagedTable(file));
    }
    return new IndexConfig(tables, null, packagedHash());
  }

  /**
   * The default tables, with those that {@code folder} holds put in their place.
   *
   * @throws ConfigException if the folder is missing, holds a file that is no table of this engine
   *     (most often a misspelt name), or a file that is not UTF-8
   */
  public static IndexConfig folder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ConfigException(folder + ": no such configuration folder");
    }
    Map<String, Table> tables = new TreeMap<>(packaged().tables);
    Model model = null;
    for (Path file : regularFiles(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (name.equals(MODEL)) {
        model = new Model(file.toString(), bytes(file));
        continue;
      }
      if (!FILES.contains(name)) {
        throw new ConfigException(
            file
                + ": not a configuration file of Fihris; known are "
                + String.join(", ", FILES)
                + " and "
                + MODEL
                + ". Rename or remove it.");
      }
      tables.put(name, new FolderTable(file.toString(), decode(file.toString(), bytes(file))));
    }
    return new IndexConfig(tables, model, null);
  }

  /**
   * The entries of one table, in order, without empty lines and comments.
   *
   * @param file one of {@link #FILES}
   */
  public List<ConfigLine> lines(String file) {
    Table table = tables.get(file);
    if (table == null) {
      throw new IllegalArgumentException(file + " is not one of " + FILES);
    }
    SoftReference<List<ConfigLine>> known = read.get(file);
    List<ConfigLine> kept = known == null ? null : known.get();
    if (kept == null) {
      kept = lines(table);
      read.put(file, new SoftReference<>(kept));
    }
    return kept;
  }

  private static List<ConfigLine> lines(Table table) {
    List<ConfigLine> lines = new ArrayList<>();
    String name = table.displayName();
    int number = 0;
    for (String raw : table.content().split("\n", -1)) {
      number++;
      String line = raw.strip();
      if (!line.isEmpty() && line.charAt(0) != '#') {
        lines.add(new ConfigLine(name, number, line));
      }
    }
    return List.copyOf(lines);
  }

  /**
   * What is made of these tables, made when it is first asked for and kept as long as there is
   * memory for it: whoever opens an index often reads no table twice. Who asks while it is being
   * made waits for it.
   *
   * @param type of what is made: immutable and safe for threads, as all have the same one
   * @param making throws what it likes for a fault, then the next caller tries again
   */
  public <T> T once(Class<T> type, Function<IndexConfig, T> making) {
    Made one = made.computeIfAbsent(type, fresh -> new Made());
    synchronized (one) {
      Object kept = one.kept.get();
      if (kept == null) {
        kept = making.apply(this);
        one.kept = new SoftReference<>(kept);
      }
      return type.cast(kept);
    }
  }

  /** What the file {@link #MODEL} holds, unchecked; null if there is none. */
  public byte @Nullable [] model() {
    return model == null ? null : model.content.clone();
  }

  /** The file {@link #MODEL} as the user knows it, for messages. */
  public String modelName() {
    return model == null ? MODEL : model.displayName;
  }

  /**
   * A short fingerprint of all tables and the tagger: equal for equal contents, wherever they were
   * read from.
   */
  public String hash() {
    String known = hash;
    if (known == null) {
      known = hashOf(tables, model);
      hash = known;
    }
    return known;
  }

  private static List<Path> regularFiles(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> !file.getFileName().toString().endsWith(".md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ConfigException(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ConfigException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String packagedContent(String file) {
    try (InputStream in = IndexConfig.class.getResourceAsStream("index-config/" + file)) {
      if (in == null) {
        throw new ConfigException(
            "index-config/" + file + " is missing from the jar; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ConfigException("index-config/" + file + " in the jar cannot be read", e);
    }
  }

  /**
   * What the build noted in the jar, so that not all tables have to be read; null where the classes
   * are in a folder, whose tables may be younger than what was noted.
   */
  private static @Nullable String packagedHash() {
    URL noted = IndexConfig.class.getResource("index-config/" + HASH_FILE);
    if (noted == null || noted.getProtocol().equals("file")) {
      return null;
    }
    return packagedContent(HASH_FILE).strip();
  }

  private static String decode(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ConfigException(name + ": not UTF-8; save it as UTF-8", e);
    }
  }

  private static String hashOf(Map<String, Table> tables, @Nullable Model model) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      tables.forEach(
          (name, table) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(table.content().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
          });
      if (model != null) {
        digest.update(MODEL.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(model.content);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
