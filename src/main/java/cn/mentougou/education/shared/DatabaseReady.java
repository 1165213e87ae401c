package cn.mentougou.education.shared;

/**
 * The database can be reached and has all its tables: at the start, or later if it was
 * down then. What needs it from the beginning waits for this.
 */
public record DatabaseReady() {
}
