package cn.mentougou.education.office.review;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/**
 * The one gate before every channel: it says yes to exactly the content that was reviewed
 * and approved and was not changed since. Nothing else decides that.
 */
@Component
public class ApprovalGate {

	private final ReviewMapper mapper;

	ApprovalGate(ReviewMapper mapper) {
		this.mapper = mapper;
	}

	/** Whether exactly this content may go out. */
	public boolean isApproved(String kind, String id, String contentHash) {
		return this.mapper.isApproved(kind, id, contentHash);
	}

	/** Which of these may go out, by their ids: one statement for a whole list. */
	public Set<String> approved(String kind, Collection<Candidate> candidates) {
		if (candidates.isEmpty()) {
			return Set.of();
		}
		Set<Candidate> approved = this.mapper
			.approved(kind, candidates.stream().map(Candidate::id).collect(Collectors.toSet()))
			.stream()
			.map((row) -> new Candidate(row.objectId(), row.contentHash()))
			.collect(Collectors.toSet());
		return candidates.stream()
			.filter(approved::contains)
			.map(Candidate::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Content that somebody would like to show.
	 *
	 * @param id its number within the kind
	 * @param contentHash the hash of what would be shown
	 */
	public record Candidate(String id, String contentHash) {
	}

}
