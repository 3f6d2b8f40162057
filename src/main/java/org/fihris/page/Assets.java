package org.fihris.page;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that the pages need: style sheets, scripts, fonts. They lie in a folder that is named
 * by a hash of them all, so that an address means the same bytes for ever, and they may name each
 * other as they do in the source.
 */
public final class Assets {

  /**
   * A file.
   *
   * @param mediaType with the character set where it is text
   */
  public record Asset(byte[] bytes, String mediaType) {}

  /** In the order in which they hold. */
  static final List<String> STYLE_SHEETS =
      List.of("ink.css", "frame.css", "hits.css", "facets.css", "reading.css");

  private static final String FONT = "font/woff2";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";

  private static final Map<String, String> MEDIA_TYPES = mediaTypes();
  private static final Map<String, Asset> FILES = files();
  private static final String VERSION = hash();

  private Assets() {}

  private static Map<String, String> mediaTypes() {
    Map<String, String> types = new LinkedHashMap<>();
    STYLE_SHEETS.forEach(sheet -> types.put(sheet, "text/css; charset=utf-8"));
    types.put("icon.svg", "image/svg+xml");
    for (String script : List.of("main", "suggest", "histogram", "facets", "keys")) {
      types.put(script + ".js", SCRIPT);
    }
    for (String font : List.of("vazirmatn", "noto-naskh-arabic")) {
      types.put(font + "-arabic.woff2", FONT);
      types.put(font + "-latin.woff2", FONT);
      types.put(font + "-LICENSE.txt", TEXT);
    }
    return types;
  }

  private static Map<String, Asset> files() {
    Map<String, Asset> files = new LinkedHashMap<>();
    MEDIA_TYPES.forEach((name, type) -> files.put(name, new Asset(bytes(name), type)));
    return files;
  }

  private static byte[] bytes(String name) {
    try (InputStream file = Assets.class.getResourceAsStream("assets/" + name)) {
      if (file == null) {
        throw new IllegalStateException("the engine was packed without assets/" + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("assets/" + name + " cannot be read", e);
    }
  }

  private static String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      FILES.values().forEach(asset -> digest.update(asset.bytes()));
      return HexFormat.of().formatHex(digest.digest(), 0, Integer.BYTES + 1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The name of the folder that the files are in, below {@code /assets/}. */
  public static String version() {
    return VERSION;
  }

  /**
   * The file at an address.
   *
   * @param path what stands behind {@code /assets/}: folder and name
   * @return null if there is none, or only one of another version
   */
  public static @Nullable Asset at(String path) {
    int slash = path.indexOf('/');
    return slash < 0 || !path.substring(0, slash).equals(VERSION)
        ? null
        : FILES.get(path.substring(slash + 1));
  }
}
