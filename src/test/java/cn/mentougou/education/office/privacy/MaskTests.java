package cn.mentougou.education.office.privacy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskTests {

	@ParameterizedTest
	@CsvSource({ "张三,张*", "张小三,张*三", "欧阳小文,欧*文", "王,*", "'',''", "𠮷野家,𠮷*家" })
	void nameShowsItsFirstAndLastCharacter(String name, String masked) {
		assertThat(Mask.name(name)).isEqualTo(masked);
	}

	@ParameterizedTest
	@CsvSource({ "13812345678,138****5678", "01069842345,****45", "110,****", "+8613812345678,****78" })
	void phoneKeepsWhatItsOwnerRecognises(String phone, String masked) {
		assertThat(Mask.phone(phone)).isEqualTo(masked);
	}

	@Test
	void numbersAndCodesShowTheirEndsAlone() {
		assertThat(Mask.residentNumber("11010919900101123X")).isEqualTo("1****X");
		assertThat(Mask.residentNumber("11")).isEqualTo("****");
		assertThat(Mask.code("oABCDEFGHIJKLMNOPQRSTUVWXYZ1")).isEqualTo("oABC****Z1");
		assertThat(Mask.code("oABC")).isEqualTo("****");
		assertThat(Mask.mail("teacher@school.example")).isEqualTo("t****@school.example");
		assertThat(Mask.mail("nobody")).isEqualTo("****");
	}

	@Test
	void keysOfAPersonAreWrittenMasked() {
		assertThat(
				PersonKeys.of(new PersonKey.Phone("13812345678"), new PersonKey.ResidentNumber("11010919900101123X")))
			.hasToString("电话 138****5678、身份证号 1****X");
	}

}
