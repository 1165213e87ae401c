package cn.mentougou.wechatsim.conformance;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the conversation with the version of the SDK that lies in a folder of its own. */
final class SdkLoader extends URLClassLoader {

	/** Filled by the profile {@code conformance}. */
	private static final Path FOLDER = Path.of("target", "sdk-next");

	private static final List<String> OWN = List.of("me.chanjar.", "org.apache.hc.",
			SdkConversation.class.getPackageName() + ".Sdk");

	private SdkLoader(URL[] urls) {
		super(urls, SdkLoader.class.getClassLoader());
	}

	static Map<String, String> fields(SimAccount account) {
		return Map.of("appId", account.appId(), "secret", account.secret(), "token", account.token(), "aesKey",
				account.aesKey());
	}

	static Map<String, Object> converse(String platform, SimAccount account, String openId) throws Exception {
		return run(SdkConversation.class, platform, fields(account), openId);
	}

	/** Runs a conversation that is made of the platform, the account and the person. */
	@SuppressWarnings("unchecked")
	static Map<String, Object> run(Class<?> what, String platform, Map<String, String> account, String openId)
			throws Exception {
		try (SdkLoader loader = new SdkLoader(urls())) {
			Class<?> type = loader.loadClass(what.getName());
			assertThat(type.getClassLoader()).isSameAs(loader);
			Class<?> service = loader.loadClass("me.chanjar.weixin.mp.api.impl.WxMpServiceImpl");
			assertThat(service.getSuperclass().getSimpleName()).isEqualTo("WxMpServiceHttpComponentsImpl");
			Object conversation = type.getConstructor(String.class, Map.class, String.class)
				.newInstance(platform, account, openId);
			return ((Callable<Map<String, Object>>) conversation).call();
		}
	}

	static void assertGood(Map<String, Object> answers, String openId) {
		assertThat(answers).containsEntry("callback", List.of("127.0.0.1", "127.0.0.2"))
			.containsEntry("subscribed", true)
			.containsEntry("batch", 1)
			.containsEntry("openids", List.of(openId))
			.containsEntry("sent", true)
			.containsEntry("typing", true);
		assertThat(answers.get("stable")).isEqualTo(answers.get("stable again"));
		assertThat(answers.get("legacy")).isNotEqualTo(answers.get("legacy again")).isNotEqualTo(answers.get("stable"));
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		if (OWN.stream().noneMatch(name::startsWith)) {
			return super.loadClass(name, resolve);
		}
		synchronized (getClassLoadingLock(name)) {
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded : findClass(name);
		}
	}

	private static URL[] urls() throws IOException {
		List<URL> urls = new ArrayList<>();
		urls.add(SdkConversation.class.getProtectionDomain().getCodeSource().getLocation());
		try (Stream<Path> jars = Files.list(FOLDER)) {
			jars.forEach((jar) -> urls.add(url(jar)));
		}
		assertThat(urls).as("jars in %s, which the profile conformance fills", FOLDER).hasSizeGreaterThan(4);
		return urls.toArray(URL[]::new);
	}

	private static URL url(Path jar) {
		try {
			return jar.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
