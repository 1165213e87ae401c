package cn.mentougou.education.wechat.unanswered;

/** The number of a counted message. */
public record UnansweredId(long value) {
}
