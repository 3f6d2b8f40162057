/**
 * The pages in a real browser: the system's Chromium, without a window, at a server over the
 * articles of {@code testdata/}.
 */
package org.fihris.browser;
