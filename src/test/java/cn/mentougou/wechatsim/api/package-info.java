/**
 * The endpoints of the simulated platform, one class for each part of its documentation.
 * A new part is a new class here (or a package beside this one) whose endpoints are added
 * to the list that the simulator starts with.
 */
@NullMarked
package cn.mentougou.wechatsim.api;

import org.jspecify.annotations.NullMarked;
