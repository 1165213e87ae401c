package cn.mentougou.education.office.session;

/**
 * A session in the database; not the secret in the cookie.
 *
 * @param value the number inside the database
 */
public record SessionId(long value) {

}
