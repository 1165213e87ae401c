package cn.mentougou.kills.sending;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts a part of the application as a process of its own. */
public final class SendingProcess {

	private SendingProcess() {
	}

	/**
	 * Runs until it is killed.
	 * @param arguments which application, and the file with its properties
	 */
	public static void main(String[] arguments) throws Exception {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of(arguments[1]))) {
			properties.load(reader);
		}
		new SpringApplicationBuilder(Class.forName(arguments[0])).web(WebApplicationType.NONE)
			.properties(properties)
			.run();
		System.out.println("at work");
	}

}
