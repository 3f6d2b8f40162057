package org.fihris.json;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fihris.date.DateMention;
import org.fihris.date.TimeMention;
import org.fihris.entity.Evidence;
import org.fihris.entity.Mention;

/** What is found in a text: dates, times, entities. */
public final class MentionJson {
  private MentionJson() {}

  public static Map<String, Object> dates(
      String text, List<DateMention> mentions, List<TimeMention> clock) {
    List<Map<String, Object>> dates = new ArrayList<>();
    for (DateMention mention : mentions) {
      Map<String, Object> date = place(text, mention.start(), mention.end());
      date.put("kind", Json.key(mention.kind()));
      date.put("from", mention.from().toString());
      date.put("to", mention.to().toString());
      dates.add(date);
    }
    List<Map<String, Object>> times = new ArrayList<>();
    for (TimeMention mention : clock) {
      ZoneOffset offset = mention.offset();
      Map<String, Object> time = place(text, mention.start(), mention.end());
      time.put("kind", "time");
      time.put("at", mention.at().toString());
      time.put("offset", offset == null ? null : offset.getId());
      times.add(time);
    }
    return Json.object("text", text, "dates", dates, "times", times);
  }

  public static Map<String, Object> mentions(String text, List<Mention> mentions) {
    return Json.object(
        "text", text, "entities", mentions.stream().map(m -> mention(text, m)).toList());
  }

  public static Map<String, Object> mentionsWithReasons(String text, List<Mention> mentions) {
    List<Map<String, Object>> entities = new ArrayList<>();
    for (Mention mention : mentions) {
      Map<String, Object> json = mention(text, mention);
      json.put("why", why(mention.evidence()));
      entities.add(json);
    }
    return Json.object("text", text, "entities", entities);
  }

  private static Map<String, Object> mention(String text, Mention mention) {
    Map<String, Object> json = place(text, mention.start(), mention.end());
    json.put("type", Json.key(mention.entity().type()));
    json.put("id", mention.entity().id());
    json.put("label", mention.entity().labelAr());
    return json;
  }

  /** What was found, and where in the text. */
  private static Map<String, Object> place(String text, int start, int end) {
    return Json.object("text", text.substring(start, end), "start", start, "end", end);
  }

  private static Map<String, Object> why(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Name name -> Json.object("reason", "name");
      case Evidence.WordBefore cue -> Json.object("reason", "word_before", "word", cue.word());
      case Evidence.OtherName name -> Json.object("reason", "other_name");
      case Evidence.WordElsewhere cue ->
          Json.object("reason", "word_elsewhere", "word", cue.word());
      case Evidence.GivenName name -> Json.object("reason", "given_name");
      case Evidence.FamilyName name -> Json.object("reason", "family_name");
      case Evidence.FullNameElsewhere name -> Json.object("reason", "full_name_elsewhere");
      case Evidence.Introduced by -> Json.object("reason", "introduced", "word", by.word());
      case Evidence.Kind kind -> Json.object("reason", "kind", "word", kind.word());
      case Evidence.Tagged tagged ->
          Json.object(
              "reason", "tagger", "probability", Math.round(tagged.probability() * 1e3) / 1e3);
      case Evidence.OtherSpelling other ->
          Json.object(
              "reason", "other_spelling", "of", other.of(), "support", Json.key(other.support()));
    };
  }
}
