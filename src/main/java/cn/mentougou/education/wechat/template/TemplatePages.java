package cn.mentougou.education.wechat.template;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.WeChatAccount;

/** Puts together what the pages show. */
class TemplatePages {

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final Templates templates;

	private final TemplateReader reader;

	private final TemplateMapper mapper;

	TemplatePages(Templates templates, TemplateReader reader, TemplateMapper mapper) {
		this.templates = templates;
		this.reader = reader;
		this.mapper = mapper;
	}

	/** Each account that may send templates. */
	List<AccountTemplates> accounts() {
		return this.reader.able().stream().map(this::account).toList();
	}

	/**
	 * The account, if it may send templates.
	 * @throws Refusal.NotFound if there is none
	 */
	String able(String appId) {
		return this.reader.able()
			.stream()
			.map(WeChatAccount::appId)
			.filter(appId::equals)
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("template.no-such-account"));
	}

	/** The purposes whose messages cannot be sent, of all accounts. */
	List<AccountTemplates.Purpose> unready() {
		return accounts().stream()
			.flatMap((account) -> account.purposes().stream())
			.filter((purpose) -> !purpose.isReady())
			.toList();
	}

	/** The choice of a template for a purpose as it was made last, or an empty one. */
	Templates.Choice choice(String appId, TemplatePurpose purpose, MessageTemplate template) {
		Map<String, String> values = new LinkedHashMap<>();
		Map<String, String> words = new LinkedHashMap<>();
		if (template.id().equals(this.templates.chosen(appId).get(purpose.code()))) {
			for (TemplateMapper.Filling filling : this.templates.fillings(appId, purpose.code())) {
				values.put(filling.field(), Objects.requireNonNullElse(filling.valueCode(), ""));
				words.put(filling.field(), Objects.requireNonNullElse(filling.words(), ""));
			}
		}
		return new Templates.Choice(appId, purpose.code(), template.id(), values, words);
	}

	/** The fields of a template on the form of a purpose, filled as chosen. */
	static List<AccountTemplates.FieldLine> lines(TemplatePurpose purpose, MessageTemplate template,
			Templates.Choice choice) {
		return template.fields()
			.stream()
			.map((field) -> new AccountTemplates.FieldLine(field, purpose.values(),
					choice.values().getOrDefault(field.name(), ""), choice.words().getOrDefault(field.name(), "")))
			.toList();
	}

	private AccountTemplates account(WeChatAccount account) {
		String appId = account.appId();
		Map<String, String> chosen = this.templates.chosen(appId);
		List<AccountTemplates.Purpose> purposes = this.templates.purposes()
			.stream()
			.map((purpose) -> new AccountTemplates.Purpose(purpose, template(appId, chosen.get(purpose.code()))))
			.toList();
		List<TemplateMapper.Reading> readings = this.mapper.readings(appId);
		return new AccountTemplates(appId, account.kind().label() + " " + appId, this.templates.of(appId), purposes,
				readings.stream().filter((reading) -> reading.failure() != null).map(TemplatePages::problem).toList(),
				readings.stream()
					.map(TemplateMapper.Reading::doneAt)
					.filter(Objects::nonNull)
					.max(Instant::compareTo)
					.map(WHEN::format)
					.orElse(null));
	}

	private @Nullable MessageTemplate template(String appId, @Nullable String id) {
		return (id == null) ? null : this.templates.find(appId, id).orElse(null);
	}

	private static String problem(TemplateMapper.Reading reading) {
		String what = reading.part().equals(TemplateReader.MESSAGE) ? "模板消息" : "订阅通知";
		String failure = String.valueOf(reading.failure());
		String why = switch (failure) {
			case "UNREACHABLE", "TOKEN--99" -> "连不上微信平台";
			case "ANSWER" -> "看不懂微信平台的回答";
			case "CAPABILITY", "48001" -> "公众号没有这项权限，请在公众平台的“接口权限”里查看";
			case "-1" -> "微信平台正忙";
			default -> failure.startsWith("TOKEN-") ? "取不到 access_token（" + failure.substring(6) + "）"
					: "微信平台没有接受（" + failure + "）";
		};
		return what + "的模板没有读到：" + why + "。下面是以前读到的，系统一小时内会再读一次。";
	}

}
