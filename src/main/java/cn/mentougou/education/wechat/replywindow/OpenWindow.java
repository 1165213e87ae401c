package cn.mentougou.education.wechat.replywindow;

import java.time.Instant;

/**
 * A window that is open.
 *
 * @param kind what opened it
 * @param openedAt when
 * @param closesAt when it closes
 * @param allowed how many messages it allowed
 * @param remaining how many are left; 0 if it is used up
 */
public record OpenWindow(WindowKind kind, Instant openedAt, Instant closesAt, int allowed, int remaining) {
}
