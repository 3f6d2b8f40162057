package org.fihris.article;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fihris.config.ConfigException;
import org.fihris.config.ConfigLine;
import org.fihris.config.IndexConfig;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;

/** The outlets and agencies of {@code sources.tsv}, by their names and hosts. Immutable. */
final class Outlets {

  /**
   * One outlet.
   *
   * @param label the name to show
   * @param agency whether others print its texts
   */
  record Outlet(String label, boolean agency) {}

  private record Entry(Outlet outlet, ConfigLine line) {}

  private static final String FILE = "sources.tsv";

  /** The domain name system allows no more (RFC 1035, section 2.3.4). */
  private static final int LONGEST_HOST = 253;

  private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+(/[a-z0-9-]+)*");

  /** What may stand before the name of an outlet without being a part of it. */
  private static final Set<String> KINDS =
      Set.of("وكاله", "صحيفه", "جريده", "موقع", "قناه", "بوابه", "شبكه", "مجله", "انباء");

  private final Map<String, Entry> byName = new HashMap<>();
  private final Map<String, Entry> byHost = new HashMap<>();

  private Outlets() {}

  /**
   * Reads the table.
   *
   * @throws ConfigException if a line has no label, an unknown third cell, or a name that another
   *     line has
   */
  static Outlets of(IndexConfig config) {
    Outlets outlets = new Outlets();
    for (ConfigLine line : config.lines(FILE)) {
      outlets.add(line);
    }
    return outlets;
  }

  private void add(ConfigLine line) {
    List<String> cells = line.cells();
    if (cells.size() > 3 || keyOf(cells.getFirst()).isEmpty()) {
      throw line.error("expected: label, tab, names with | between, perhaps tab and 'agency'");
    }
    if (cells.size() == 3 && !cells.get(2).equals("agency")) {
      throw line.error("the third cell can only be 'agency', not '" + cells.get(2) + "'");
    }
    Entry entry = new Entry(new Outlet(cells.getFirst(), cells.size() == 3), line);
    put(byName, keyOf(cells.getFirst()), entry, cells.getFirst());
    String names = cells.size() > 1 ? cells.get(1) : "";
    for (String name : names.isEmpty() ? new String[0] : names.split("\\|", -1)) {
      addName(name.strip(), entry);
    }
  }

  private void addName(String name, Entry entry) {
    if (keyOf(name).isEmpty()) {
      throw entry.line.error("an empty name between two |");
    }
    put(byName, keyOf(name), entry, name);
    String lower = name.toLowerCase(Locale.ROOT);
    if (HOST.matcher(lower).matches()) {
      put(byHost, lower, entry, name);
    }
  }

  private static void put(Map<String, Entry> map, String key, Entry entry, String name) {
    Entry other = map.putIfAbsent(key, entry);
    if (other != null && other.line != entry.line) {
      throw entry.line.error(
          "the name '"
              + name
              + "' already belongs to '"
              + other.outlet.label
              + "' in line "
              + other.line.number()
              + "; remove it from one of the two");
    }
  }

  /** The outlet of that name, its host name included; {@code null} if the table has none. */
  @Nullable Outlet named(String name) {
    Entry entry = byName.get(keyOf(name));
    if (entry == null) {
      entry = byName.get(keyOf(withoutKind(name)));
    }
    if (entry != null) {
      return entry.outlet;
    }
    return name.indexOf('.') > 0 && name.indexOf(' ') < 0 ? ofUrl(name) : null;
  }

  /** The outlet at whose host the address is; {@code null} if the table has none. */
  @Nullable Outlet ofUrl(String url) {
    String host = hostOf(url);
    if (host == null) {
      return null;
    }
    String path = pathOf(url);
    for (String domain = host; domain.indexOf('.') > 0; domain = parentOf(domain)) {
      Entry entry = longest(domain, path);
      if (entry != null) {
        return entry.outlet;
      }
    }
    return null;
  }

  private @Nullable Entry longest(String domain, String path) {
    int end = path.indexOf('/', 1);
    String step = end < 0 ? path : path.substring(0, end);
    Entry below = byHost.get(domain + step);
    return below != null ? below : byHost.get(domain);
  }

  private static String parentOf(String domain) {
    return domain.substring(domain.indexOf('.') + 1);
  }

  /**
   * The host of an address, in lower case and without {@code www.}; {@code null} if it has none.
   */
  static @Nullable String hostOf(String url) {
    String rest = withoutScheme(url);
    int end = 0;
    while (end < rest.length() && "/?#:\\ ".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String host = rest.substring(0, end).toLowerCase(Locale.ROOT);
    host = host.startsWith("www.") ? host.substring(4) : host;
    boolean wellFormed =
        host.indexOf('.') > 0 && !host.endsWith(".") && host.length() <= LONGEST_HOST;
    return wellFormed ? host : null;
  }

  private static String pathOf(String url) {
    String rest = withoutScheme(url);
    int slash = rest.indexOf('/');
    return slash < 0 ? "" : rest.substring(slash).toLowerCase(Locale.ROOT);
  }

  private static String withoutScheme(String url) {
    String stripped = url.strip();
    int scheme = stripped.indexOf("://");
    String rest = scheme < 0 ? stripped : stripped.substring(scheme + 3);
    int user = rest.indexOf('@');
    int slash = rest.indexOf('/');
    return user >= 0 && (slash < 0 || user < slash) ? rest.substring(user + 1) : rest;
  }

  private static String withoutKind(String name) {
    String rest = Folding.fold(name).strip();
    for (int space = rest.indexOf(' '); space > 0; space = rest.indexOf(' ')) {
      if (!KINDS.contains(rest.substring(0, space))) {
        break;
      }
      rest = rest.substring(space + 1).strip();
    }
    return rest;
  }

  private static String keyOf(String name) {
    StringBuilder key = new StringBuilder();
    Folding.fold(name)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.toString();
  }
}
