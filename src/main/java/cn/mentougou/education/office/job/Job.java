package cn.mentougou.education.office.job;

import java.time.Duration;

/**
 * Work that is done again and again, by one instance at a time. It may be started twice
 * when an instance dies in the middle, so it must be able to go on where it stopped.
 *
 * @param name its name in the table of jobs, which never changes
 * @param every the time from the end of one run to the start of the next
 * @param work what is done; an exception is logged and the next run comes as usual
 */
public record Job(String name, Duration every, Runnable work) {
}
