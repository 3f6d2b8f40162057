package org.fihris.page;

import java.util.ArrayList;
import java.util.List;
import org.fihris.query.SearchRequest;

/**
 * What every page has around what it shows.
 *
 * @param title of the document
 * @param assets where style sheet and scripts are, with a slash at the end
 * @param query what stands in the search box
 * @param fields what the search box takes along, beside its text
 * @param here the page itself, for its switches
 */
record Shell(
    Texts texts,
    Look look,
    String title,
    String assets,
    String query,
    List<Address.Field> fields,
    Links links,
    Address here) {

  /**
   * @param title of what is shown; the name of the engine is put behind it
   */
  static Shell of(Texts texts, Look look, Links links, Address here, String title) {
    SearchRequest request = links.first();
    return new Shell(
        texts,
        look,
        title.isEmpty() ? texts.get("name") : title + " – " + texts.get("name"),
        "/assets/" + Assets.version() + "/",
        request.text(),
        links.search(request).fieldsWithout("q"),
        links,
        here);
  }

  String language() {
    return look.language().code();
  }

  String direction() {
    return look.language().direction();
  }

  String otherLanguage() {
    return here.seen(look.with(look.language().other())).href();
  }

  String otherLanguageCode() {
    return look.language().other().code();
  }

  List<Choice> themes() {
    List<Choice> themes = new ArrayList<>();
    for (Theme theme : Theme.values()) {
      themes.add(
          new Choice(
              texts.get("theme." + theme.key()),
              here.seen(look.with(theme)).href(),
              theme == look.theme()));
    }
    return themes;
  }

  /** A text of the page's own. */
  String text(String key, Object... what) {
    return texts.get(key, what);
  }
}
