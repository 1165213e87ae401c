package cn.mentougou.education.office.access;

/**
 * A path that everybody may read without signing in; a bean of it declares it. Nothing
 * can be sent there: forms of the public get a chain of their own.
 *
 * @param pattern a path pattern of Spring, such as {@code /feeds/**}
 */
public record PublicPath(String pattern) {

}
