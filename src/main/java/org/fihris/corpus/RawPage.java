package org.fihris.corpus;

/** A page as it was read, before anything was made of it. */
public sealed interface RawPage extends Reading permits HtmlPage, PageDump, PageRecord {}
