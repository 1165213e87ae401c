package cn.mentougou.testrun;

import java.io.IOException;
import java.net.URL;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Profile;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

import cn.mentougou.education.EducationApplication;

/**
 * Keeps the beans of tests, which lie on the same class path, out of the demo; those
 * written for it carry a profile.
 */
class DemoFilter extends TypeExcludeFilter {

	private final URL production = EducationApplication.class.getProtectionDomain().getCodeSource().getLocation();

	@Override
	public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
		return !reader.getResource().getURL().toString().startsWith(this.production.toString())
				&& !reader.getAnnotationMetadata().isAnnotated(Profile.class.getName());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof DemoFilter;
	}

	@Override
	public int hashCode() {
		return DemoFilter.class.hashCode();
	}

}
