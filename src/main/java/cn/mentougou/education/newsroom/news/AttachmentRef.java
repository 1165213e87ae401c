package cn.mentougou.education.newsroom.news;

import cn.mentougou.education.office.attachment.AttachmentId;

/**
 * A published file of an item.
 *
 * @param id its number
 * @param name what it is called, as people read it
 * @param size how long it is, in bytes
 * @param publicCode the end of its public address {@code /files/…}
 */
public record AttachmentRef(AttachmentId id, String name, long size, String publicCode) {

}
