package cn.mentougou.education.office.attachment;

/**
 * A file that was handed in.
 *
 * @param value the number inside the database
 */
public record AttachmentId(long value) {

}
