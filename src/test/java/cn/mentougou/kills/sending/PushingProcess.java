package cn.mentougou.kills.sending;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the pushing part; the argument names the file with its properties. */
public final class PushingProcess {

	/** What it prints when it is at work. */
	public static final String AT_WORK = "at work";

	private PushingProcess() {
	}

	/** Runs until it is killed. */
	public static void main(String[] arguments) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
			properties.load(reader);
		}
		new SpringApplicationBuilder(PushingApplication.class).web(WebApplicationType.NONE)
			.properties(properties)
			.run();
		System.out.println(AT_WORK);
	}

}
