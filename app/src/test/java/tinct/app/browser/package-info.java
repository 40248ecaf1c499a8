/** A real browser for tests of pages: Debian's Chromium, driven by Selenium (ADR-0028). */
@NullMarked
package tinct.app.browser;

import org.jspecify.annotations.NullMarked;
