package cn.mentougou.education.platform;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.apache.ibatis.mapping.ResultFlag;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.mybatis.spring.boot.autoconfigure.MybatisProperties;
import org.mybatis.spring.boot.autoconfigure.SqlSessionFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells MyBatis once which column belongs to which component of a record: a component
 * {@code happenedAt} is read from the column {@code happened_at}. Left to itself it
 * compares every column with every component again at each row, which was two thirds of
 * the time of a list.
 */
@Configuration(proxyBeanMethods = false)
public class RecordMapping {

	@Bean
	SqlSessionFactoryBeanCustomizer recordsByTheirComponents(MybatisProperties properties) {
		return (factory) -> {
			Records configuration = new Records();
			if (properties.getConfiguration() != null) {
				properties.getConfiguration().applyTo(configuration);
			}
			factory.setConfiguration(configuration);
		};
	}

	private static final class Records extends org.apache.ibatis.session.Configuration {

		@Override
		public void addResultMap(ResultMap map) {
			Class<?> type = map.getType();
			boolean isLeftToNames = type.isRecord() && map.getResultMappings().isEmpty()
					&& !getTypeHandlerRegistry().hasTypeHandler(type);
			super.addResultMap(isLeftToNames
					? new ResultMap.Builder(this, map.getId(), type, components(type), map.getAutoMapping()).build()
					: map);
		}

		private List<ResultMapping> components(Class<?> type) {
			return Arrays.stream(type.getRecordComponents()).map(this::component).toList();
		}

		private ResultMapping component(RecordComponent component) {
			return new ResultMapping.Builder(this, component.getName(), column(component.getName()),
					component.getType())
				.flags(List.of(ResultFlag.CONSTRUCTOR))
				.build();
		}

		private static String column(String name) {
			return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
		}

	}

}
