package cn.mentougou.education.wechat.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.journey.Journey;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.notice.SimTemplate;
import cn.mentougou.wechatsim.stub.Caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The templates as the simulated platform has them. */
@Journey
class TemplateJourneyTests {

	private static final String APP = EngineProperties.SERVICE;

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private TemplateReader reader;

	@Autowired
	private Templates templates;

	@Autowired
	private TemplateMapper mapper;

	private SimTemplate result;

	@BeforeEach
	void adopt() {
		this.result = this.simulator.notices().adopt(APP, "43219");
	}

	@AfterEach
	void clear() {
		this.simulator.faults().clear();
	}

	@Test
	void templatesOfBothChannelsAreReadWithTheirKindAndFields() {
		SimTemplate once = this.simulator.notices().adopt(APP, "52301");
		SimTemplate lasting = this.simulator.notices().adopt(APP, "52303");
		assertThat(this.reader.read(APP)).isTrue();
		assertThat(this.templates.find(APP, this.result.id())).hasValueSatisfying((template) -> {
			assertThat(template.kind()).isEqualTo(TemplateKind.MESSAGE);
			assertThat(template.title()).isEqualTo("入学登记结果通知");
			assertThat(template.fields()).containsExactly(new MessageTemplate.Field("character_string1", "登记编号"),
					new MessageTemplate.Field("phrase2", "登记结果"), new MessageTemplate.Field("thing3", "学校名称"));
		});
		assertThat(this.templates.find(APP, once.id())).map(MessageTemplate::kind).contains(TemplateKind.ONE_TIME);
		assertThat(this.templates.find(APP, lasting.id())).map(MessageTemplate::kind).contains(TemplateKind.LONG_TERM);
		assertThat(this.templates.of(APP)).extracting(MessageTemplate::id)
			.contains(this.result.id(), once.id(), lasting.id());
	}

	@Test
	void templateThatThePlatformHasNoMoreIsRefused() {
		this.reader.read(APP);
		Caller platform = new Caller(this.simulator.platformUrl());
		String token = platform.token(this.simulator.accounts()
			.stream()
			.filter((account) -> account.appId().equals(APP))
			.findFirst()
			.orElseThrow());
		platform.post("/cgi-bin/template/del_private_template?access_token=" + token,
				"{\"template_id\":\"" + this.result.id() + "\"}");
		this.simulator.clock().advance(Duration.ofSeconds(1));
		this.reader.read(APP);
		assertThat(this.templates.of(APP)).extracting(MessageTemplate::id).doesNotContain(this.result.id());
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.templates.check(APP, this.result.id(), fields()))
			.extracting(Refusal::code)
			.isEqualTo("template.gone");
	}

	@Test
	void platformThatFailsLeavesWhatWasKnown() {
		this.reader.read(APP);
		this.simulator.faults().add(Fault.errcode(48001).onPath("/wxaapi/newtmpl/gettemplate"));
		assertThat(this.reader.read(APP)).isFalse();
		assertThat(this.templates.of(APP)).extracting(MessageTemplate::id).contains(this.result.id());
		assertThat(this.mapper.readings(APP)).filteredOn((reading) -> reading.part().equals(TemplateReader.NOTICE))
			.singleElement()
			.satisfies((reading) -> assertThat(reading.failure()).isEqualTo("48001"));
	}

	@Test
	void wrongFieldIsNamedBeforeTheCall() {
		this.reader.read(APP);
		assertThat(this.templates.check(APP, this.result.id(), fields()).title()).isEqualTo("入学登记结果通知");
		assertRefused("phrase2", "结果还没有出来", "template.field-too-long");
		assertRefused("thing3", "", "template.field-empty");
		assertRefused("thing9", "多余", "template.field-unknown");
		Map<String, String> incomplete = fields();
		incomplete.remove("phrase2");
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.templates.check(APP, this.result.id(), incomplete))
			.satisfies((refusal) -> assertThat(refusal.arguments()).contains("登记结果", "phrase2"));
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.templates.check(APP, "nothing", fields()));
	}

	private void assertRefused(String field, String value, String code) {
		Map<String, String> fields = fields();
		fields.put(field, value);
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.templates.check(APP, this.result.id(), fields))
			.extracting(Refusal::code)
			.isEqualTo(code);
	}

	private static Map<String, String> fields() {
		return new LinkedHashMap<>(Map.of("character_string1", "RX-1", "phrase2", "已通过", "thing3", "大峪第一小学"));
	}

}
