/**
 * What happens in a person's browser: web authorisation with a chooser of the person and
 * the calls behind it, and the JS-SDK with its tickets and its check of signatures. The
 * settings stand for what an account's owner enters on the platform's own pages.
 */
@NullMarked
package cn.mentougou.wechatsim.web;

import org.jspecify.annotations.NullMarked;
