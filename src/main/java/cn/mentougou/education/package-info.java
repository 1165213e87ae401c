/**
 * The district education commission's official accounts, registers and clocks. Each
 * package below is a wing of the house; each module in a wing says in its own
 * {@code package-info} what it is for and what it may use.
 */
@NullMarked
package cn.mentougou.education;

import org.jspecify.annotations.NullMarked;
