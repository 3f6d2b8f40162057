package org.fihris.article;

/** What became of a page: an article, or a rejection with its reason. */
public sealed interface Extraction permits Article, Rejected {}
