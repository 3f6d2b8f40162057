package org.fihris.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a page says of itself in JSON-LD, with the words of schema.org. What is broken is read as
 * far as it goes.
 */
final class JsonLd {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_MISSING_VALUES,
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  private static final Set<String> ARTICLES =
      Set.of(
          "Report",
          "BlogPosting",
          "LiveBlogPosting",
          "SocialMediaPosting",
          "DiscussionForumPosting");

  /** What describes an article where nothing else does: its page, film or pictures. */
  private static final List<String> PAGES =
      List.of("VideoObject", "ImageGallery", "WebPage", "ItemPage", "CollectionPage");

  /** The texts that are worth reading out of JSON that cannot be parsed. */
  private static final Pattern SALVAGED =
      Pattern.compile(
          "\"(headline|datePublished|dateModified|articleSection|articleBody|@type)\""
              + "\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,100000}+)\"");

  private static final int MOST_NODES = 5_000;

  private final List<ObjectNode> objects = new ArrayList<>();
  private final Map<String, ObjectNode> byId = new HashMap<>();
  private final @Nullable ObjectNode article;

  JsonLd(Document document, List<String> addresses) {
    for (Element script : document.select("script[type*=ld+json]")) {
      read(script.data());
    }
    this.article = articleAmong(addresses);
  }

  /** The text of a property of the article: of its first value, or that value's name. */
  @Nullable String text(String property) {
    List<String> texts = texts(property);
    return texts.isEmpty() ? null : texts.getFirst();
  }

  /** The texts of a property of the article, or the names of its values. */
  List<String> texts(String property) {
    return article == null ? List.of() : textsOf(article.get(property));
  }

  /** The names of the steps that lead to the page, the front page first. */
  List<String> breadcrumb() {
    for (ObjectNode object : objects) {
      if (isOfType(object, "BreadcrumbList")) {
        List<String> steps = new ArrayList<>();
        for (JsonNode step : elements(object.get("itemListElement"))) {
          List<String> named = textsOf(step);
          steps.addAll(named.isEmpty() ? textsOf(step.get("item")) : named);
        }
        return steps;
      }
    }
    return List.of();
  }

  /** Whether the page says that it is an article. */
  boolean isArticle() {
    return article != null && typesOf(article).stream().anyMatch(JsonLd::isArticleType);
  }

  private void read(String json) {
    String text = json.strip();
    if (text.startsWith("<!--") || text.startsWith("//<![CDATA[")) {
      text = text.replace("<!--", "").replace("-->", "").replace("//<![CDATA[", "");
      text = text.replace("//]]>", "").strip();
    }
    if (text.isEmpty()) {
      return;
    }
    try {
      collect(MAPPER.readTree(text));
    } catch (JacksonException e) {
      salvage(text);
    }
  }

  private void salvage(String json) {
    ObjectNode object = MAPPER.createObjectNode();
    Matcher matcher = SALVAGED.matcher(json);
    while (matcher.find()) {
      if (!object.has(matcher.group(1))) {
        object.put(matcher.group(1), unescaped(matcher.group(2)));
      }
    }
    if (!object.isEmpty()) {
      objects.add(object);
    }
  }

  private static String unescaped(String text) {
    try {
      return MAPPER.readTree("\"" + text + "\"").stringValue(text);
    } catch (JacksonException e) {
      return text;
    }
  }

  /** Gathers every object, however deep, the outer ones first. */
  private void collect(JsonNode root) {
    List<JsonNode> open = new ArrayList<>(List.of(root));
    for (int i = 0; i < open.size() && i < MOST_NODES; i++) {
      JsonNode node = open.get(i);
      if (node instanceof ObjectNode object) {
        objects.add(object);
        String id = stringOf(object.get("@id"));
        if (id != null && object.size() > 1) {
          byId.putIfAbsent(id, object);
        }
      }
      node.values().stream().filter(JsonNode::isContainer).forEach(open::add);
    }
  }

  /** The article of that address, else the first with a day, else the first. */
  private @Nullable ObjectNode articleAmong(List<String> addresses) {
    List<ObjectNode> articles =
        objects.stream().filter(o -> typesOf(o).stream().anyMatch(JsonLd::isArticleType)).toList();
    if (articles.isEmpty()) {
      for (String type : PAGES) {
        for (ObjectNode object : objects) {
          if (isOfType(object, type)) {
            return object;
          }
        }
      }
      return objects.stream().filter(o -> o.has("headline")).findFirst().orElse(null);
    }
    for (ObjectNode candidate : articles) {
      if (addresses.contains(stringOf(candidate.get("url")))
          || addresses.contains(stringOf(candidate.get("mainEntityOfPage")))) {
        return candidate;
      }
    }
    return articles.stream()
        .filter(a -> a.has("datePublished"))
        .findFirst()
        .orElse(articles.getFirst());
  }

  private static boolean isArticleType(String type) {
    return type.endsWith("Article") || ARTICLES.contains(type);
  }

  private static boolean isOfType(JsonNode node, String type) {
    return typesOf(node).contains(type);
  }

  private static List<String> typesOf(JsonNode node) {
    List<String> types = new ArrayList<>();
    for (JsonNode type : elements(node.get("@type"))) {
      String name = stringOf(type);
      if (name != null) {
        types.add(name.substring(name.lastIndexOf('/') + 1));
      }
    }
    return types;
  }

  private List<String> textsOf(@Nullable JsonNode value) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : elements(value)) {
      String text = stringOf(element);
      if (element instanceof ObjectNode object) {
        String id = stringOf(object.get("@id"));
        JsonNode named = object.get("name");
        ObjectNode referred = id == null ? null : byId.get(id);
        JsonNode name = named == null && referred != null ? referred.get("name") : named;
        text = stringOf(elements(name).isEmpty() ? null : elements(name).getFirst());
      }
      if (text != null && !text.isBlank()) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static List<JsonNode> elements(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return List.of();
    }
    return value.isArray() ? List.copyOf(value.values()) : Arrays.asList(value);
  }

  private static @Nullable String stringOf(@Nullable JsonNode value) {
    if (value == null || value.isContainer() || value.isNull() || value.isMissingNode()) {
      return null;
    }
    return value.asString();
  }
}
