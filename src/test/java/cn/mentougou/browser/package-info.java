/**
 * A real browser for the tests that have to see what people see: Chromium driven by the
 * driver of the distribution, checked by axe for barriers. It knows no page; the tests of
 * a page bring their own words. Where no browser is installed its tests are skipped by
 * name, except in the automatic build, where that is an error.
 */
@NullMarked
package cn.mentougou.browser;

import org.jspecify.annotations.NullMarked;
