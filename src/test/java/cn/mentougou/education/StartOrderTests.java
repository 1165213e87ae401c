package cn.mentougou.education;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

import cn.mentougou.education.shared.DatabaseReady;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "education.job.enabled=false" })
@Import(StartOrderTests.Diary.class)
class StartOrderTests {

	@Autowired
	private Diary diary;

	@Test
	void databaseIsReadyBeforeTheFirstMessageCanCome() {
		assertThat(this.diary.events).startsWith("DatabaseReady", "ServletWebServerInitializedEvent");
	}

	/** Writes down what happens. */
	static class Diary {

		private final List<String> events = new CopyOnWriteArrayList<>();

		@EventListener({ DatabaseReady.class, WebServerInitializedEvent.class })
		void happened(Object event) {
			this.events.add(event.getClass().getSimpleName());
		}

	}

}
