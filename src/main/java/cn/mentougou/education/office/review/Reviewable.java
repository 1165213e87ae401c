package cn.mentougou.education.office.review;

import java.util.List;
import java.util.Optional;

import cn.mentougou.education.office.attachment.AttachmentId;

/**
 * A kind of content that goes out only after review and approval; features declare a bean
 * of it.
 */
public interface Reviewable {

	/** Its code, such as {@code news}; never changes. */
	String kind();

	/** What people call it, in Chinese. */
	default String title() {
		return "内容";
	}

	/** The content as it stands now, seen by the transaction of the caller. */
	Optional<ReviewSubject> find(String id);

	/**
	 * The files that go out with it: it cannot pass the review while the report on what
	 * one of them hides waits for an answer.
	 */
	default List<AttachmentId> files(String id) {
		return List.of();
	}

}
