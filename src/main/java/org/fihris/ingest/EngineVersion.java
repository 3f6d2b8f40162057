package org.fihris.ingest;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.fihris.index.Fingerprint;

/**
 * A fingerprint of the code that makes articles of files. Sources that other code has read are read
 * again: a number to be raised by hand would be forgotten, and an index would silently keep what an
 * older version found.
 */
final class EngineVersion {
  private static final String ROOT = "org/fihris/";
  private static final List<String> ROOMS =
      List.of("config/", "text/", "corpus/", "article/", "date/", "entity/");

  private static final long FINGERPRINT = compute();

  private EngineVersion() {}

  static long fingerprint() {
    return FINGERPRINT;
  }

  private static long compute() {
    Map<String, Long> files = new TreeMap<>();
    String version = EngineVersion.class.getPackage().getImplementationVersion();
    try {
      CodeSource code = EngineVersion.class.getProtectionDomain().getCodeSource();
      if (code != null) {
        Path place = Path.of(code.getLocation().toURI());
        if (Files.isDirectory(place)) {
          ofFolder(place, files);
        } else {
          ofJar(place, files);
        }
      }
    } catch (IOException | URISyntaxException | RuntimeException e) {
      // Loaded from a place that is no file: the version is all there is.
      files.clear();
    }
    return Fingerprint.of(version + " " + files);
  }

  private static void ofJar(Path jar, Map<String, Long> files) throws IOException {
    try (JarFile open = new JarFile(jar.toFile())) {
      open.stream()
          .filter(entry -> counts(entry.getName()))
          .forEach(entry -> files.put(entry.getName(), entry.getCrc()));
    }
  }

  private static void ofFolder(Path folder, Map<String, Long> files) throws IOException {
    try (Stream<Path> walk = Files.walk(folder.resolve(ROOT))) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (counts(name)) {
          CRC32 crc = new CRC32();
          crc.update(Files.readAllBytes(file));
          files.put(name, crc.getValue());
        }
      }
    }
  }

  /** Whether a file is of a package that has a part in an article. */
  private static boolean counts(String name) {
    if (!name.startsWith(ROOT) || name.endsWith("/")) {
      return false;
    }
    String below = name.substring(ROOT.length());
    return below.equals("ingest/EntityTagger.class") || ROOMS.stream().anyMatch(below::startsWith);
  }
}
