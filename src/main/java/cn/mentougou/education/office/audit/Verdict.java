package cn.mentougou.education.office.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a verification of the chain found.
 *
 * @param verifiedAt when
 * @param position how far the chain is as it was made
 * @param fault the first fault, or null if there is none
 */
public record Verdict(Instant verifiedAt, long position, @Nullable Fault fault) {

	/** Whether nothing was changed. */
	public boolean ok() {
		return this.fault == null;
	}

	/** In one Chinese sentence: what was found and, if it is a fault, what to do. */
	public String sentence() {
		return (this.fault == null) ? "审计链完整，已核对到第 " + this.position + " 条。" : this.fault.sentence();
	}

	/**
	 * The first thing that is wrong.
	 *
	 * @param kind what
	 * @param position at which place of the chain; 0 if it has none
	 * @param entryId on which entry; 0 if there is none
	 */
	public record Fault(Kind kind, long position, long entryId) {

		/** In Chinese: what is wrong, where, and what to do. */
		public String sentence() {
			return this.kind.sentence.formatted(this.position, this.entryId);
		}

		/** What can be wrong. */
		public enum Kind {

			/** An entry, or its seal, is not what it was: changed or swapped. */
			CHANGED("审计链第 %1$d 处（记录 %2$d）被改动或调换过。请保护现场、通知信息安全负责人，并与备份和外存的定锚核对。"),

			/** The entry of a seal is gone. */
			ENTRY_MISSING("审计链第 %1$d 处的记录 %2$d 被删除。请保护现场、通知信息安全负责人，并从备份中找回。"),

			/** A seal inside the chain is gone. */
			SEAL_MISSING("审计链缺第 %1$d 处。请保护现场、通知信息安全负责人，并从备份中找回。"),

			/** An entry claims a day that had been anchored without it. */
			BEHIND("审计链第 %1$d 处（记录 %2$d）的时间早于之前的定锚，疑为事后补写。请通知信息安全负责人核查。"),

			/** The chain ends before an anchor. */
			TAIL_MISSING("审计链的尾部被删除：定锚在第 %1$d 处，现在没有这么长。请保护现场、通知信息安全负责人，并从备份中找回。"),

			/** The chain was written anew. */
			NOT_AS_ANCHORED("审计链第 %1$d 处与定锚不符，整条链可能被重写。请保护现场、通知信息安全负责人，并与外存的定锚核对。"),

			/** An entry has waited too long for its seal. */
			UNSEALED("记录 %2$d 超过一分钟还没有封存。请确认程序正在运行、作业 audit-seal 正常；程序运行几秒后会自动封存。");

			private final String sentence;

			Kind(String sentence) {
				this.sentence = sentence;
			}

		}

	}

	/** The row of a verification. */
	record Row(Instant verifiedAt, long position, @Nullable String fault, @Nullable Long faultPosition,
			@Nullable Long faultEntryId) {

		static Row of(Verdict verdict) {
			Fault fault = verdict.fault();
			return (fault == null) ? new Row(verdict.verifiedAt(), verdict.position(), null, null, null) : new Row(
					verdict.verifiedAt(), verdict.position(), fault.kind().name(), fault.position(), fault.entryId());
		}

		Verdict verdict() {
			Fault found = (this.fault == null) ? null
					: new Fault(Fault.Kind.valueOf(this.fault), zero(this.faultPosition), zero(this.faultEntryId));
			return new Verdict(this.verifiedAt, this.position, found);
		}

		private static long zero(@Nullable Long number) {
			return (number != null) ? number : 0;
		}

	}

}
