package cn.mentougou.education.office.admission;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.session.SessionLine;
import cn.mentougou.education.office.signin.SignIn;

/**
 * A sign-in as the security administrator sees it.
 *
 * @param id the person's number
 * @param name the person's name
 * @param username the name that is typed
 * @param isActive whether it may be used
 * @param state whether it may be used, in words
 * @param lockedUntil until when it is locked, or null
 * @param hasCode whether a second factor is there
 * @param lastSignedInAt when it was last used, or null
 * @param mustChange whether the person has not chosen a password yet
 */
record SignInView(long id, String name, String username, boolean isActive, String state, @Nullable String lockedUntil,
		boolean hasCode, @Nullable String lastSignedInAt, boolean mustChange) {

	static SignInView of(SignIn signIn, String name, @Nullable Instant lockedUntil) {
		return new SignInView(signIn.person().value(), name, signIn.username(), signIn.isActive(),
				signIn.state().title(), SessionLine.shown(lockedUntil), signIn.hasSecondFactor(),
				SessionLine.shown(signIn.lastSignedInAt()), signIn.mustChange());
	}

}
