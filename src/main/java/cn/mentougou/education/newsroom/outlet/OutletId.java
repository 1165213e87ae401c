package cn.mentougou.education.newsroom.outlet;

/**
 * A newspaper, station or site.
 *
 * @param value the number inside the database
 */
public record OutletId(long value) {

}
