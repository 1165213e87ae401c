package cn.mentougou.education.wechat.outbound;

/** The number of an order in the ledger. */
public record OutboundId(long value) {
}
