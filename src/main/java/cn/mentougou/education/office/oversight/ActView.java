package cn.mentougou.education.office.oversight;

import java.util.List;

/**
 * An act as the auditor reads it.
 *
 * @param id the number of the entry
 * @param when in Beijing time
 * @param who the actor, by name if there still is one
 * @param what what was done, in Chinese if its code is known
 * @param action its code
 * @param object on what
 * @param isDone whether it was done; otherwise it was refused
 * @param from the address, or what started it inside
 * @param details the rest
 * @param seal its place in the chain, or that it waits for one
 */
record ActView(long id, String when, String who, String what, String action, String object, boolean isDone, String from,
		List<String> details, String seal) {
}
