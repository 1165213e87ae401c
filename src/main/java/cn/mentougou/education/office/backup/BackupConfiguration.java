package cn.mentougou.education.office.backup;

import java.nio.file.Path;
import java.time.Clock;

import org.flywaydb.core.api.callback.Callback;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import cn.mentougou.education.office.audit.Verification;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;

/** Makes what the commands ask for. */
@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

	@Bean
	OwnerDatabase ownerDatabase(Environment environment, ObjectProvider<Callback> callbacks) {
		return new OwnerDatabase(environment, callbacks);
	}

	@Bean
	FileStore backupFiles(Environment environment) {
		return new FileStore(Path.of(environment.getProperty("education.attachment.directory", "attachments")));
	}

	@Bean
	KeyRing backupKeys(Vault vault, LookupIndex index) {
		return new KeyRing(vault, index);
	}

	@Bean
	Backup backup(OwnerDatabase database, FileStore files, KeyRing keys, Verification verification, Clock clock) {
		return new Backup(database, files, keys, new Backup.Parts(verification, clock));
	}

	@Bean
	Inspection backupInspection(OwnerDatabase database, FileStore files, KeyRing keys) {
		return new Inspection(database, files, keys);
	}

	@Bean
	Restore restore(OwnerDatabase database, FileStore files) {
		return new Restore(database, files);
	}

}
