/**
 * The boards (板块) of the website: five that stand always, and campaign boards that open
 * and close on days and stay as an archive. Each has a unit that keeps it, says how fresh
 * it must be and whether the public or the staff alone read it: 舆情参考 begins with the
 * staff. Event out: {@link cn.mentougou.education.newsroom.board.BoardVisibilityChanged}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit" })
package cn.mentougou.education.newsroom.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
