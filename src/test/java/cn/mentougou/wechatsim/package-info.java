/**
 * A WeChat official-account platform for one machine: the interface that accounts call,
 * the caller of their webhooks, and the phones of the people. It knows the protocol and
 * nothing of the application, so that its log can be held against the application's own
 * records.
 */
@NullMarked
package cn.mentougou.wechatsim;

import org.jspecify.annotations.NullMarked;
