package cn.mentougou.education.wechat.overview;

/**
 * What an error of the platform means and what to do, in Chinese (全局返回码说明 and the pages
 * of the interfaces).
 *
 * @param meaning what it means
 * @param advice what to do
 */
record Remedy(String meaning, String advice) {

	static Remedy of(String code) {
		return switch (code) {
			case "-1" -> new Remedy("微信平台繁忙", "不必处理，系统会自动重试或留给人工确认。长时间出现时看“连接”一栏。");
			case "TIMEOUT" -> new Remedy("微信平台没有按时答复", "检查服务器的外网是否变慢；已发出的消息可能送达，由人工确认。");
			case "UNREACHABLE" -> new Remedy("连不上微信平台", "请系统管理员检查服务器的外网出口、DNS 和防火墙。");
			case "40001", "40014", "42001" ->
				new Remedy("access_token 失效", "系统会自动换新。反复出现时，检查是否有别的程序也在用这个公众号的 AppSecret。");
			case "40003" -> new Remedy("接收人不是这个公众号的关注者", "不必处理：对方没有关注或已取消关注。");
			case "40029", "40163", "42003" -> new Remedy("网页授权的 code 无效、已用过或过期", "不必处理：对方重新打开页面即可。突然大量出现时，请系统管理员查看日志。");
			case "40037" -> new Remedy("模板编号不对", "到“消息模板”页重新读取模板，再为用途选择模板。");
			case "40125" -> new Remedy("AppSecret 不对", "请系统管理员在公众平台核对或重置 AppSecret，再改配置。");
			case "40164" -> new Remedy("服务器地址不在 IP 白名单", "请系统管理员在公众平台的“开发接口管理”加入出口地址。");
			case "43004", "45015" -> new Remedy("对方没有关注，或回复时间窗已过", "不必处理：对方再次留言后才能发客服消息。");
			case "43019" -> new Remedy("对方在黑名单里", "需要联系时，先在“关注者”页移出黑名单。");
			case "43101" -> new Remedy("对方没有同意接收这种通知，或次数已用完", "不必处理：要等对方再次同意。");
			case "45009" -> new Remedy("当天的调用次数用完", "第二天零点恢复。着急时管理员可在公众平台清零（每月 10 次）。");
			case "45011" -> new Remedy("调用太频繁", "不必处理，系统会放慢。");
			case "45028" -> new Remedy("群发次数用完", "等到下一天或下个月。");
			case "45047" -> new Remedy("客服消息条数达到上限", "不必处理：对方再次留言后才能继续发。");
			case "47003" -> new Remedy("模板内容不符合要求", "到“消息模板”页检查各项填写的内容。");
			case "48001" -> new Remedy("公众号没有这个接口的权限", "对照下面的权限表；权限表说有而平台说没有时，请管理员登录公众平台查看“接口权限”。");
			case "48002" -> new Remedy("对方拒收公众号的消息", "不必处理：只有对方自己能打开。");
			case "48004", "48008" -> new Remedy("接口被平台封禁或不许发这种消息", "请管理员尽快登录公众平台查看站内通知。");
			case "50004", "50007" -> new Remedy("公众号被封禁或已注销", "请管理员登录公众平台查看通知。");
			case "89503", "89506", "89507" -> new Remedy("这个调用要公众号管理员确认", "请公众号管理员在微信里确认出口地址。");
			default -> code.startsWith("HTTP") ? new Remedy("网络中间的服务器出错", "请系统管理员检查代理和外网出口。")
					: new Remedy("其他错误", "请系统管理员按代码查公众平台的“全局返回码说明”，并查看当时的日志。");
		};
	}

}
