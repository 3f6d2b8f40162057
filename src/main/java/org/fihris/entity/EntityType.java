package org.fihris.entity;

/** What kind of thing an entity is. */
public enum EntityType {
  PERSON,
  PLACE,
  ORGANISATION
}
