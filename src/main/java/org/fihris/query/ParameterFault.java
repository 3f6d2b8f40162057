package org.fihris.query;

/**
 * A parameter that cannot be used, and was left out.
 *
 * @param name its name, as it was given
 * @param message what is wrong with it and how it is written, one English sentence for the user
 *     without the name
 */
public record ParameterFault(String name, String message) {}
