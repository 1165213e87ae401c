package cn.mentougou.education.office.attachment;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import cn.mentougou.education.office.inspection.FileKind;

/**
 * {@code education.attachment.*} as far as it is about files.
 *
 * @param maxSize how long a document may be; nginx and
 * {@code spring.servlet.multipart.max-file-size} must allow as much
 * @param maxPictureSize how long a picture may be
 * @param maxTextSize how long a text may be
 * @param keepUnusedFor how long a file is kept that nothing refers to
 * @param accel whether nginx serves published files from the directory
 */
@ConfigurationProperties("education.attachment")
record AttachmentSettings(@DefaultValue("20MB") DataSize maxSize, @DefaultValue("20MB") DataSize maxPictureSize,
		@DefaultValue("5MB") DataSize maxTextSize, @DefaultValue("30d") Duration keepUnusedFor,
		@DefaultValue("false") boolean accel) {

	long most() {
		return Math.max(this.maxSize.toBytes(), Math.max(this.maxPictureSize.toBytes(), this.maxTextSize.toBytes()));
	}

	long mostOf(FileKind kind) {
		if (kind.isPicture()) {
			return this.maxPictureSize.toBytes();
		}
		return (kind == FileKind.TEXT) ? this.maxTextSize.toBytes() : this.maxSize.toBytes();
	}

}
