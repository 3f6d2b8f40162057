package org.fihris.query;

/** The language that the labels of entities are shown in. */
public enum LabelLanguage {
  ARABIC,
  ENGLISH
}
