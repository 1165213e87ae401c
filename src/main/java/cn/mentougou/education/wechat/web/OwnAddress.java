package cn.mentougou.education.wechat.web;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Misconfigured;
import cn.mentougou.education.shared.Refusal;

/**
 * Where people reach this application. A request may claim any host, so what is handed
 * out bears the configured one; without one only this machine's own name is believed.
 */
public class OwnAddress {

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

	private static final Pattern ORIGIN = Pattern.compile("https?://[a-zA-Z0-9.-]+(:[0-9]{1,5})?");

	private final @Nullable String publicUrl;

	private final List<String> verifyFiles;

	OwnAddress(String publicUrl, List<String> verifyFiles) {
		String origin = publicUrl.strip().replaceAll("/+$", "");
		if (!origin.isEmpty() && !ORIGIN.matcher(origin).matches()) {
			throw new Misconfigured("education.web.base-url 应只有协议和域名，例如 https://edu.example.gov.cn。");
		}
		this.publicUrl = origin.isEmpty() ? null : origin;
		this.verifyFiles = verifyFiles;
	}

	/** Whether a file of this name proves to the platform whose host it is. */
	public boolean isProvedBy(String file) {
		return this.verifyFiles.contains(file);
	}

	/**
	 * Scheme and host, without a slash at the end.
	 * @throws Refusal.Conflict if nobody configured it
	 */
	public String origin(HttpServletRequest request) {
		if (this.publicUrl != null) {
			return this.publicUrl;
		}
		if (!THIS_MACHINE.contains(request.getServerName())) {
			throw new Refusal.Conflict("web.no-public-url");
		}
		return request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
	}

	/** Whether this is the address of a page of ours. */
	public boolean isOwn(HttpServletRequest request, String address) {
		String origin = origin(request);
		return address.startsWith(origin + "/") && address.chars().noneMatch((each) -> each <= ' ' || each == '\\');
	}

}
