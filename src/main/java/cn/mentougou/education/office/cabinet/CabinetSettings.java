package cn.mentougou.education.office.cabinet;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code education.attachment.*} as far as it is about the directory.
 *
 * @param directory where files lie; the same for all instances
 * @param scratchDirectory where a file lies in clear while it is examined, on a disk of
 * this machine
 * @param keepFree how much is left free on the disk; below it uploads are refused
 */
@ConfigurationProperties("education.attachment")
record CabinetSettings(@DefaultValue("attachments") Path directory, Path scratchDirectory,
		@DefaultValue("512MB") DataSize keepFree) {
}
