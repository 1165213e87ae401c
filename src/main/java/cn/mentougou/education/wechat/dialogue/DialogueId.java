package cn.mentougou.education.wechat.dialogue;

/** The number of a conversation. */
public record DialogueId(long value) {
}
