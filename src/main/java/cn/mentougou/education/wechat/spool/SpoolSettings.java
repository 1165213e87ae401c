package cn.mentougou.education.wechat.spool;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code education.spool.*}.
 *
 * @param directory where the files lie, on a disk of this machine; instances may share it
 * @param maxSize how much one instance keeps; beyond it messages are refused with 503
 */
@ConfigurationProperties("education.spool")
record SpoolSettings(@DefaultValue("spool") Path directory, @DefaultValue("64MB") DataSize maxSize) {
}
