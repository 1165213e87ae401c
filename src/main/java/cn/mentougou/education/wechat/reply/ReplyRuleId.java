package cn.mentougou.education.wechat.reply;

/** The number of a {@link ReplyRule}. */
public record ReplyRuleId(long value) {
}
