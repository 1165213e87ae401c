package cn.mentougou.education.office.door;

import java.util.Base64;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import cn.mentougou.education.office.credential.QrCode;
import cn.mentougou.education.office.credential.Totp;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.office.signin.SignIn;

/**
 * The secret of a second factor that is being set up: the same on every view of the page
 * until its first code was typed. It waits in the session, sealed.
 */
@Component
class Enrolment {

	private static final String ATTRIBUTE = "enrolment";

	private static final String ISSUER = "门头沟教育";

	private final Vault vault;

	Enrolment(Vault vault) {
		this.vault = vault;
	}

	Totp secret(HttpServletRequest request, SignIn signIn) {
		HttpSession session = request.getSession();
		String place = "session.enrolment:" + signIn.person().value();
		if (session.getAttribute(ATTRIBUTE) instanceof String kept) {
			return Totp.of(this.vault.open(Base64.getDecoder().decode(kept), place));
		}
		Totp fresh = Totp.fresh();
		session.setAttribute(ATTRIBUTE, Base64.getEncoder().encodeToString(this.vault.seal(fresh.letters(), place)));
		return fresh;
	}

	void finish(HttpServletRequest request) {
		request.getSession().removeAttribute(ATTRIBUTE);
	}

	/** Shows the secret as a picture and as letters. */
	void show(HttpServletRequest request, SignIn signIn, Model model) {
		Totp secret = secret(request, signIn);
		model.addAttribute("qr", QrCode.of(secret.uri(ISSUER, signIn.username())));
		model.addAttribute("letters", secret.letters().replaceAll("(.{4})(?!$)", "$1 "));
	}

}
