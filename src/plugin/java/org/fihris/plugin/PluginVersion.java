package org.fihris.plugin;

/** The version that the jar of this plugin says it has. */
final class PluginVersion {

  /** As {@code 0.1.0}; "unknown" where the classes do not come from the jar. */
  static final String TEXT = text();

  private PluginVersion() {}

  private static String text() {
    String version = PluginVersion.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
