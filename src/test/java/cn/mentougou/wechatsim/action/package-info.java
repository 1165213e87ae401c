/**
 * What a person does on the phone, and what the platform makes of it: the chat line, the
 * customer-service window, and the push to the account's server.
 */
@NullMarked
package cn.mentougou.wechatsim.action;

import org.jspecify.annotations.NullMarked;
