package cn.mentougou.education.office.attachment;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;

import cn.mentougou.education.office.cabinet.Address;
import cn.mentougou.education.office.cabinet.Cabinet;
import cn.mentougou.education.office.doctor.Checkup;
import cn.mentougou.education.office.doctor.Finding;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.privacy.SealedRegister;

/** Puts the parts of the desk together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentSettings.class)
class AttachmentConfiguration {

	@Bean
	Job attachmentSweep(Attachments attachments, AttachmentMapper mapper, ContentMapper contents, Cabinet cabinet,
			AttachmentSettings settings, Clock clock, PlatformTransactionManager transactions) {
		AttachmentSweep sweep = new AttachmentSweep(attachments, mapper, contents, cabinet, settings, clock,
				transactions);
		return Job.every("attachment-sweep", "清理没人用的附件和中断的上传", Duration.ofMinutes(30), sweep::run);
	}

	@Bean
	SealedRegister attachmentSeals(AttachmentMapper attachments, ContentMapper contents, FindingMapper findings,
			Cabinet cabinet) {
		return new AttachmentSeals(attachments, contents, findings, cabinet);
	}

	@Bean
	@Order(16)
	Checkup newestAttachmentCheckup(ObjectProvider<ContentMapper> contents, ObjectProvider<Cabinet> cabinet) {
		return new NewestCheckup(contents, cabinet);
	}

	/** Tells a directory that is not the one of the other instances. */
	private record NewestCheckup(ObjectProvider<ContentMapper> contents,
			ObjectProvider<Cabinet> cabinet) implements Checkup {

		@Override
		public String name() {
			return "附件与数据库";
		}

		@Override
		public Finding check() {
			Optional<String> newest;
			try {
				newest = this.contents.getObject().findNewest();
			}
			catch (NestedRuntimeException ex) {
				return Finding.bad("数据库还不能用，没有比较。", "请先处理“数据库”和“数据库升级”两项。");
			}
			if (newest.isEmpty()) {
				return Finding.good("还没有附件。");
			}
			return this.cabinet.getObject().holds(new Address(newest.get())) ? Finding.good("最近一个附件在目录里。") : Finding
				.bad("数据库里最近一个附件不在附件目录里。", "请确认共享盘已经挂载，各实例的 education.attachment.directory 是同一个目录；恢复过备份的，请把文件也恢复。");
		}

	}

}
