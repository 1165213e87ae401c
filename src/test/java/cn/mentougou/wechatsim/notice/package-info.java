/**
 * What an account sends of its own accord: template messages and subscription notices,
 * the library that their templates come from, the limits of their fields, and the consent
 * of the people. Sent cards appear on the phone; what became of them is pushed as events.
 */
@NullMarked
package cn.mentougou.wechatsim.notice;

import org.jspecify.annotations.NullMarked;
