package cn.mentougou.education.shared;

/**
 * A person of the commission, its sections, schools and institutes.
 *
 * @param value the number inside the database, never shown to people
 */
public record PersonId(long value) {

}
