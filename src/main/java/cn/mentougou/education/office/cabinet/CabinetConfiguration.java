package cn.mentougou.education.office.cabinet;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import cn.mentougou.education.office.doctor.Checkup;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;

/** Puts the cabinet together. Nothing is touched before the first file comes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CabinetSettings.class)
class CabinetConfiguration {

	@Bean
	CabinetRooms cabinetRooms(CabinetSettings settings, Clock clock) {
		return new CabinetRooms(settings, clock);
	}

	@Bean
	Cabinet cabinet(Vault vault, LookupIndex index, CabinetRooms rooms) {
		return new Cabinet(vault, index, rooms);
	}

	@Bean
	@Order(15)
	Checkup cabinetCheckup(ObjectProvider<CabinetRooms> rooms) {
		return new CabinetCheckup(rooms);
	}

}
