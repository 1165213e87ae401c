package cn.mentougou.education.wechat.dialoguedesk;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.dialogue.Dialogue;
import cn.mentougou.education.wechat.dialogue.DialogueFilter;

/**
 * Which conversations are looked for.
 *
 * @param whose whose they are
 * @param account of which account
 * @param state how far they are
 * @param undecided only those with an answer that waits for a decision
 */
record SearchForm(DialogueFilter.@Nullable Whose whose, @Nullable String account, Dialogue.@Nullable State state,
		@Nullable Boolean undecided) {

	static final SearchForm NOTHING = new SearchForm(null, null, null, null);

	DialogueFilter filter() {
		return new DialogueFilter((this.whose != null) ? this.whose : DialogueFilter.Whose.ALL,
				(this.account == null || this.account.isBlank()) ? null : this.account, this.state,
				Boolean.TRUE.equals(this.undecided));
	}

}
