package cn.mentougou.education.office;

import java.time.Duration;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import cn.mentougou.education.MovableClock;

/** Puts the shared clock of the desks back before each test. */
class MorningExtension implements BeforeEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) {
		MovableClock clock = SpringExtension.getApplicationContext(context).getBean("movableClock", MovableClock.class);
		clock.advance(Duration.between(clock.instant(), Desks.MORNING));
	}

}
