package cn.mentougou.education.office.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

import cn.mentougou.education.office.cabinet.Cabinet;
import cn.mentougou.education.office.cabinet.TestCabinets;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;

/** The desk of the files with a cabinet of its own. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(basePackages = "cn.mentougou.education.office.attachment",
		excludeFilters = @Filter(type = FilterType.ANNOTATION, classes = Configuration.class))
public class AttachmentFixture {

	@Bean
	Cabinet cabinet(Vault vault, LookupIndex index, Clock clock) {
		try {
			Files.createDirectories(Path.of("target"));
			return TestCabinets.in(Files.createTempDirectory(Path.of("target"), "cabinet"), vault, index, clock);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Bean
	AttachmentSettings attachmentSettings() {
		return new AttachmentSettings(DataSize.ofMegabytes(20), DataSize.ofMegabytes(20), DataSize.ofMegabytes(1),
				Duration.ofDays(30), false);
	}

	@Bean
	AttachmentSweep attachmentSweep(Attachments attachments, AttachmentMapper mapper, ContentMapper contents,
			Cabinet cabinet, Clock clock, PlatformTransactionManager transactions) {
		return new AttachmentSweep(attachments, mapper, contents, cabinet, attachmentSettings(), clock, transactions);
	}

	@Bean
	AttachmentSeals attachmentSeals(AttachmentMapper attachments, ContentMapper contents, FindingMapper findings,
			Cabinet cabinet) {
		return new AttachmentSeals(attachments, contents, findings, cabinet);
	}

}
