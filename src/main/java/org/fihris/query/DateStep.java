package org.fihris.query;

/** How long the periods are that articles are counted by. */
public enum DateStep {
  YEAR,
  MONTH,
  DAY
}
