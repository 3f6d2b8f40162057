package org.fihris.article;

import org.fihris.entity.Gazetteer;

/** What the configuration knows of pages, read once and shared by all that read them. Immutable. */
record Tables(
    Boilerplate boilerplate,
    Outlets outlets,
    RepeatedLines repeated,
    PressNames names,
    PlaceLines places,
    Credits credits,
    PageLines pageLines,
    Headlines headlines,
    KeyWords keyWords) {

  static Tables of(
      Boilerplate boilerplate, Outlets outlets, RepeatedLines repeated, Gazetteer gazetteer) {
    PressNames names = new PressNames(gazetteer, boilerplate);
    PlaceLines places = new PlaceLines(outlets, names);
    Credits credits = new Credits(boilerplate, outlets, names, places);
    return new Tables(
        boilerplate,
        outlets,
        repeated,
        names,
        places,
        credits,
        new PageLines(boilerplate, credits, places, names),
        new Headlines(outlets),
        new KeyWords(gazetteer));
  }
}
