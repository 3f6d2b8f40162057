package org.fihris.article;

import org.fihris.corpus.HtmlPage;
import org.fihris.corpus.PageDump;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Makes articles of a page in HTML. */
final class HtmlExtraction {

  private static final String UNSHOWN = "script,style,noscript,template,svg,form,nav,footer,aside";

  private final DumpExtraction dumps;

  HtmlExtraction(Tables tables) {
    this.dumps = new DumpExtraction(tables);
  }

  Explanation explain(HtmlPage page) {
    Document document = Jsoup.parse(page.html(), page.url() == null ? "" : page.url());
    document.select(UNSHOWN).remove();
    Element headline = document.selectFirst("h1");
    String title = headline == null ? document.title() : headline.text();
    return dumps.explain(new PageDump(page.origin(), title + "\n" + document.body().wholeText()));
  }
}
