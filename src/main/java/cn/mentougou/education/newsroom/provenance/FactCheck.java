package cn.mentougou.education.newsroom.provenance;

import java.time.Instant;

/**
 * Somebody compared a content with a document.
 *
 * @param contentHash which content
 * @param document against what, such as a notice with its number
 * @param checkedBy who
 * @param checkedAt when
 */
public record FactCheck(String contentHash, String document, long checkedBy, Instant checkedAt) {

}
