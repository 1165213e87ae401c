package cn.mentougou.education.wechat.inbox;

import java.time.Clock;

import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;

/** What the inbox is made of; {@code owner} names this instance in its claims. */
record InboxParts(InboxMapper mapper, GroupCommit groupCommit, Vault vault, LookupIndex index, InboxSettings settings,
		Clock clock, TransactionTemplate transaction, String owner) {
}
