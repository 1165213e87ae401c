package cn.mentougou.education.newsroom.pushmaterial;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.draft.Stage;
import cn.mentougou.education.newsroom.draft.Standings;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.Releases;
import cn.mentougou.education.newsroom.push.PushContent;
import cn.mentougou.education.office.review.ApprovalGate;

/** How items stand: two statements for a whole month of pushes. */
@Component
class ApprovedContent implements PushContent {

	private final Standings standings;

	private final ApprovalGate gate;

	ApprovedContent(Standings standings, ApprovalGate gate) {
		this.standings = standings;
		this.gate = gate;
	}

	@Override
	public Map<NewsId, Standing> standing(Collection<NewsId> items) {
		List<Standings.Standing> known = this.standings.of(items);
		Set<String> approved = this.gate.approved(Releases.KIND,
				known.stream()
					.filter((one) -> one.stage() == Stage.APPROVED)
					.map((one) -> new ApprovalGate.Candidate(String.valueOf(one.id()), one.contentHash()))
					.toList());
		Map<NewsId, Standing> standing = new HashMap<>();
		for (Standings.Standing one : known) {
			boolean isApproved = approved.contains(String.valueOf(one.id()));
			standing.put(new NewsId(one.id()), new Standing(one.title(), isApproved ? one.contentHash() : null));
		}
		return standing;
	}

}
