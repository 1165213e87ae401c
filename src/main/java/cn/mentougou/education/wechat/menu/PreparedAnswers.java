package cn.mentougou.education.wechat.menu;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;

/**
 * Answers the keys of the default menus as long as nobody else does: what will be there,
 * and what helps until then.
 */
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class PreparedAnswers implements MessageHandler, MenuTargets {

	private static final Map<String, String> ANSWERS = Map.ofEntries(
			Map.entry("FIND_SERVICE", "孩子的班级、咨询和申请都在我们的服务号里，订阅号办不了这些事。\n请在微信里搜索我们的名称，选择类型为“服务号”的一个并关注。"),
			Map.entry("DISCLOSURE_GUIDE",
					"政府信息公开指南写明：公开什么、在哪里看、怎样申请、不满意怎样救济。\n这一栏以后可以直接查阅全文；现在请到区教委办公室或官方网站的“政府信息公开”专栏查看。"),
			Map.entry("DISCLOSURE_CATALOGUE", "政府信息公开目录按类别列出主动公开的信息。\n这一栏以后可以直接查找；现在请到官方网站的“政府信息公开”专栏查看。"),
			Map.entry("DISCLOSURE_REQUEST",
					"需要的信息没有主动公开，可以依申请公开。\n这一栏以后可以直接提交申请；现在请当面或来信向区教委办公室提出，写明您的姓名、联系方式和所需信息的名称或特征。"),
			Map.entry("CLASS_MINE", "这里将是孩子的班级：通知、作业和与教师的互动。\n班级开通后，请向班主任要班级二维码，用微信扫一扫就能绑定。"),
			Map.entry("CLASS_BIND", "绑定孩子要用班级二维码：请向班主任索取，用微信扫一扫，再等教师确认。\n所在学校还没有开通时，请与班主任联系。"),
			Map.entry("ENQUIRY_ASK", "请直接在下面写下您的问题，越具体越好（学校、年级、时间），工作人员会在工作时间查看。\n请不要写孩子的证件号码。"),
			Map.entry("ENQUIRY_ADMISSION", "招生入学：请直接写下想问的学段（幼儿园、小学、初中、高中）和居住的镇街。\n每年的政策以区教委当年公布的文件为准。"),
			Map.entry("ENQUIRY_COMPLAINT", "请写明：学校或单位、什么时候、发生了什么、您希望怎样解决，工作人员会在工作时间查看。\n紧急情况请直接拨打 110 或 12345。"),
			Map.entry("ENQUIRY_CONTACT", "区教委的电话和地址请见官方网站首页。\n这一栏以后会直接列出各科室的电话；现在也可以把问题写在这里。"));

	private final WeChatAccounts accounts;

	private final Supplier<Stream<MenuTargets>> offers;

	PreparedAnswers(WeChatAccounts accounts, Supplier<Stream<MenuTargets>> offers) {
		this.accounts = accounts;
		this.offers = offers;
	}

	@Override
	public List<Target> of(WeChatAccount account) {
		return DefaultMenus.of(account.kind())
			.leaves()
			.stream()
			.filter((leaf) -> ANSWERS.containsKey(leaf.value()))
			.map((leaf) -> Target.key(leaf.value(), leaf.name() + "（系统预备的答复）"))
			.toList();
	}

	@Override
	public Turn turn() {
		return Turn.MENU_KEY;
	}

	@Override
	public boolean accepts(InboundMessage message) {
		return key(message).filter((key) -> !isAnsweredElsewhere(message.appId(), key)).isPresent();
	}

	@Override
	public Optional<Reply> handle(InboundMessage message) {
		return key(message).map((key) -> new Reply.Text(Objects.requireNonNull(ANSWERS.get(key))));
	}

	@Override
	public boolean repliesFromMemory() {
		return true;
	}

	private static Optional<String> key(InboundMessage message) {
		return (message instanceof InboundMessage.Event pushed
				&& pushed.event() instanceof InboundEvent.MenuTapped tapped && ANSWERS.containsKey(tapped.key()))
						? Optional.of(tapped.key()) : Optional.empty();
	}

	private boolean isAnsweredElsewhere(String appId, String key) {
		return this.accounts.find(appId)
			.filter((account) -> this.offers.get()
				.filter((offer) -> offer != this)
				.flatMap((offer) -> offer.of(account).stream())
				.anyMatch((target) -> target.kind() == ButtonKind.CLICK && target.value().equals(key)))
			.isPresent();
	}

}
