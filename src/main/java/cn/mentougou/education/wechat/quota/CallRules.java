package cn.mentougou.education.wechat.quota;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many calls the platform allows a new account, and what the settings say otherwise.
 * The numbers are those of the page 接口调用频次限制说明 and of 模板消息运营规范.
 */
class CallRules {

	private static final Map<String, Integer> DAILY = daily();

	/** Clearing the counters: ten times a month. */
	private static final Map<String, Integer> MONTHLY = Map.of("/cgi-bin/clear_quota", 10);

	private static final int WITHOUT_LIMIT = Integer.MAX_VALUE;

	private final List<QuotaSettings.CallLimit> settings;

	CallRules(List<QuotaSettings.CallLimit> settings) {
		this.settings = settings.stream()
			.sorted(Comparator.comparing(QuotaSettings.CallLimit::from).reversed())
			.toList();
	}

	private static Map<String, Integer> daily() {
		Map<String, Integer> daily = new LinkedHashMap<>();
		daily.put("/cgi-bin/message/custom/send", 500_000);
		daily.put("/cgi-bin/message/template/send", 100_000);
		daily.put("/cgi-bin/menu/create", 1_000);
		daily.put("/cgi-bin/menu/get", 10_000);
		daily.put("/cgi-bin/menu/delete", 1_000);
		daily.put("/cgi-bin/qrcode/create", 100_000);
		daily.put("/cgi-bin/user/get", 500);
		daily.put("/cgi-bin/user/info", 5_000_000);
		daily.put("/cgi-bin/user/info/updateremark", 10_000);
		daily.put("/cgi-bin/tags/create", 1_000);
		daily.put("/cgi-bin/tags/get", 1_000);
		daily.put("/cgi-bin/tags/update", 1_000);
		daily.put("/cgi-bin/tags/members/batchtagging", 100_000);
		daily.put("/cgi-bin/tags/members/batchuntagging", 100_000);
		daily.put("/cgi-bin/media/upload", 100_000);
		daily.put("/cgi-bin/media/get", 200_000);
		return daily;
	}

	/** What holds for this account and call on this day; the youngest rule counts. */
	Limit of(String appId, String api, LocalDate day) {
		boolean isMonthly = MONTHLY.containsKey(api);
		int calls = this.settings.stream()
			.filter((one) -> one.api().equals(api) && !one.from().isAfter(day))
			.filter((one) -> one.appId() == null || one.appId().equals(appId))
			.map(QuotaSettings.CallLimit::limit)
			.findFirst()
			.orElseGet(() -> (isMonthly ? MONTHLY : DAILY).getOrDefault(api, WITHOUT_LIMIT));
		return new Limit(calls, isMonthly);
	}

	/** The calls that are bounded. */
	List<String> apis() {
		List<String> apis = new ArrayList<>(DAILY.keySet());
		apis.addAll(MONTHLY.keySet());
		this.settings.stream()
			.map(QuotaSettings.CallLimit::api)
			.filter((api) -> !apis.contains(api))
			.forEach(apis::add);
		return apis;
	}

	/** So many calls in a day or a month. */
	record Limit(int calls, boolean isMonthly) {

		boolean isBounded() {
			return this.calls != WITHOUT_LIMIT;
		}

		/** The day or month under which they are counted. */
		String period(LocalDate day) {
			return this.isMonthly ? YearMonth.from(day).toString() : day.toString();
		}

	}

}
