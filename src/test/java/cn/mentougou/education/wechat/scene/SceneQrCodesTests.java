package cn.mentougou.education.wechat.scene;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.token.Accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DeskTest
class SceneQrCodesTests {

	@Autowired
	private SceneMapper mapper;

	@Autowired
	private Units units;

	@Autowired
	private Audit audit;

	@Autowired
	private District district;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private SceneQrCodes codes;

	private UnitId school;

	private UnitId other;

	private Actor editor;

	private Actor schoolOffice;

	@BeforeEach
	void found() {
		this.codes = desk(0, Accounts.all(), null);
		this.school = this.district.unit(UnitKind.SCHOOL, "永定河小学");
		this.other = this.district.unit(UnitKind.SCHOOL, "妙峰山学校");
		this.editor = this.district.holding(Role.EDITOR, this.district.commission());
		this.schoolOffice = this.district.holding(Role.SCHOOL_ADMINISTRATOR, this.school);
	}

	private SceneQrCodes desk(int elsewhere, WeChatAccounts accounts, @Nullable SceneTarget feature) {
		Map<SceneKind, SceneTarget> targets = new EnumMap<>(SceneKind.class);
		for (SceneKind kind : SceneKind.values()) {
			targets.put(kind, new ComingTarget(kind));
		}
		if (feature != null) {
			targets.put(feature.kind(), feature);
		}
		return new SceneQrCodes(new SceneQrCodes.Parts(this.mapper, accounts, this.units, this.audit), targets,
				elsewhere, this.clock);
	}

	private SceneDraft aClass(UnitId unit, String title) {
		return new SceneDraft(SceneKind.CLASS, unit, title, "", true, null);
	}

	private SceneQrCode ordered(SceneDraft draft) {
		return this.codes.find(this.codes.order(this.editor, draft)).orElseThrow();
	}

	@Test
	void rowIsThereBeforeAnybodyIsAsked() {
		SceneQrCode code = ordered(aClass(this.school, " 三年级 （2）班 "));
		assertThat(code.title()).isEqualTo("三年级 （2）班");
		assertThat(code.state()).isEqualTo(SceneQrCode.State.WANTED);
		assertThat(code.scene()).matches("qr-class-[a-z2-7]{20}").hasSizeLessThanOrEqualTo(64);
		assertThat(this.mapper.due(this.clock.instant(), 100)).extracting(SceneMapper.Row::id)
			.contains(code.id().value());
		assertThat(this.codes.ofScene(Accounts.APP_ID, code.scene())).contains(code.id());
		assertThat(this.codes.ofScene(Accounts.APP_ID, "school-7")).isEmpty();
	}

	@Test
	void onePurposeHasOneCode() {
		ordered(aClass(this.school, "三年级（2）班"));
		refused("scene.purpose-taken", () -> ordered(aClass(this.school, "三年级(2)班")));
		ordered(aClass(this.other, "三年级（2）班"));
		ordered(new SceneDraft(SceneKind.SCHOOL, this.school, "永定河小学", "", true, null));
		refused("scene.purpose-taken",
				() -> ordered(new SceneDraft(SceneKind.SCHOOL, this.school, "别的名字", "", true, null)));
		assertThat(this.codes.theOne(SceneKind.SCHOOL, this.school)).isPresent();
	}

	@Test
	void withdrawnCodeMakesRoomAndComesBackIfThereIsRoom() {
		SceneQrCode first = ordered(aClass(this.school, "三年级（2）班"));
		this.codes.withdraw(this.editor, first.id());
		SceneQrCode second = ordered(aClass(this.school, "三年级（2）班"));
		refused("scene.purpose-taken", () -> this.codes.reopen(this.editor, first.id()));
		this.codes.withdraw(this.editor, second.id());
		this.codes.reopen(this.editor, first.id());
		assertThat(this.codes.find(first.id())).hasValueSatisfying((code) -> assertThat(code.isOpen()).isTrue());
		refused("scene.not-withdrawn", () -> this.codes.reopen(this.editor, first.id()));
		this.codes.withdraw(this.editor, first.id());
		refused("scene.withdrawn", () -> this.codes.withdraw(this.editor, first.id()));
	}

	@Test
	void permanentCodesAreCountedAndEnd() {
		int before = this.codes.permanentUsed();
		ordered(aClass(this.school, "一班"));
		ordered(new SceneDraft(SceneKind.KIOSK, this.school, "大厅", "", false, null));
		assertThat(this.codes.permanentUsed()).isEqualTo(before + 1);
		SceneQrCodes full = desk(SceneQrCodes.MOST_PERMANENT - before - 2, Accounts.all(), null);
		full.order(this.editor, aClass(this.school, "二班"));
		refused("scene.no-permanent-left", () -> full.order(this.editor, aClass(this.school, "三班")));
		assertThat(full.permanentUsed()).isEqualTo(SceneQrCodes.MOST_PERMANENT);
	}

	@Test
	void schoolKeepsItsOwnCodesAlone() {
		SceneQrCode own = ordered(aClass(this.school, "一班"));
		SceneQrCode foreign = ordered(aClass(this.other, "一班"));
		assertThat(this.codes.list(this.schoolOffice, null, true, Long.MAX_VALUE, 50)).extracting(SceneQrCode::id)
			.containsExactly(own.id());
		assertThat(this.codes.list(this.editor, SceneKind.CLASS, false, Long.MAX_VALUE, 50)).extracting(SceneQrCode::id)
			.startsWith(foreign.id(), own.id());
		assertThat(this.codes.list(this.district.holding(Role.TEACHER, this.school), null, true, Long.MAX_VALUE, 50))
			.isEmpty();
		for (Supplier<?> act : List.<Supplier<?>>of(() -> this.codes.find(this.schoolOffice, foreign.id()),
				() -> this.codes.order(this.schoolOffice, aClass(this.other, "二班")))) {
			assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(act::get);
		}
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.codes.withdraw(this.schoolOffice, foreign.id()));
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.codes.askAgain(this.schoolOffice, foreign.id()));
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.codes.reopen(this.schoolOffice, foreign.id()));
	}

	@Test
	void withoutServiceAccountThereAreNoCodes() {
		refused("scene.no-service-account",
				() -> desk(0, new WeChatAccounts(List.of()), null).order(this.editor, aClass(this.school, "一班")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "一\u202E二", "一\u0000", "\uD800" })
	void titlesThatNobodyCanReadAreRefused(String title) {
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> aClass(this.school, title));
	}

	@Test
	void codesOfClosedUnitAreWithdrawn() {
		SceneQrCode own = ordered(aClass(this.school, "一班"));
		SceneQrCode foreign = ordered(aClass(this.other, "一班"));
		new SceneConfiguration().sceneCodesOfUnits(this.mapper, this.clock).agreeToClosing(this.school);
		assertThat(this.codes.find(own.id()).orElseThrow().isOpen()).isFalse();
		assertThat(this.codes.find(foreign.id()).orElseThrow().isOpen()).isTrue();
	}

	@Test
	void titlesAndNotesHaveAnEnd() {
		aClass(this.school, "字".repeat(30));
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> aClass(this.school, "字".repeat(31)));
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> new SceneDraft(SceneKind.OTHER, this.school, "一", "字".repeat(201), true, null));
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> new SceneDraft(SceneKind.OTHER, this.school, "e\u0301".repeat(100_000), "", true, null));
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> ordered(new SceneDraft(SceneKind.POSTER,
				this.school, "过去的活动", "", true, LocalDate.now(this.clock).minusDays(1))));
	}

	@Test
	void newFollowerAndOldOneReachTheSameFeature() {
		StringBuilder seen = new StringBuilder();
		this.codes = desk(0, Accounts.all(), new SceneTarget() {
			@Override
			public SceneKind kind() {
				return SceneKind.CLASS;
			}

			@Override
			public Reply answer(SceneVisit visit) {
				seen.append(visit.code().title()).append(visit.openId()).append(visit.isNew()).append(' ');
				return new Reply.Text("请填写孩子的姓名。");
			}
		});
		SceneQrCode code = ordered(aClass(this.school, "一班"));
		assertThat(said(new InboundEvent.Followed(code.scene(), "t"))).isEqualTo("您好，欢迎关注门头沟教育服务号！\n请填写孩子的姓名。");
		assertThat(said(new InboundEvent.Scanned(code.scene(), "t"))).isEqualTo("请填写孩子的姓名。");
		assertThat(seen).hasToString("一班oPersontrue 一班oPersonfalse ");
	}

	@Test
	void kindWithoutFeatureTellsWhatThereWillBe() {
		SceneQrCode code = ordered(new SceneDraft(SceneKind.POSTER, this.school, "家长开放日", "周五下午两点", true, null));
		assertThat(said(new InboundEvent.Scanned(code.scene(), null))).contains("家长开放日", "周五下午两点", "正在准备", "现在可以");
		for (SceneKind kind : SceneKind.values()) {
			assertThat(kind.coming()).contains("准备").endsWith("。");
			assertThat(new ComingTarget(kind).steps(code)).hasSizeGreaterThan(1);
		}
	}

	@Test
	void whatIsWithdrawnOverOrUnknownIsAnsweredKindly() {
		SceneQrCode code = ordered(
				new SceneDraft(SceneKind.POSTER, this.school, "家长开放日", "", true, LocalDate.now(this.clock)));
		assertThat(said(new InboundEvent.Scanned(code.scene(), null))).contains("正在准备");
		this.jdbc.sql("UPDATE scene_code SET ends_on = ? WHERE id = ?")
			.params(LocalDate.now(this.clock).minusDays(1), code.id().value())
			.update();
		assertThat(said(new InboundEvent.Scanned(code.scene(), null))).contains("家长开放日", "结束");
		this.codes.withdraw(this.editor, code.id());
		assertThat(said(new InboundEvent.Followed(code.scene(), null))).contains("欢迎关注", "停用");
		assertThat(said(new InboundEvent.Scanned("qr-school-nobody", null))).contains("停用");
	}

	@Test
	void otherCodesAndEventsAreLeftToTheRules() {
		SceneHandler handler = new SceneHandler(this.mapper, this.codes, this.clock);
		assertThat(handler.accepts(event(new InboundEvent.Scanned("school-7", null)))).isFalse();
		assertThat(handler.accepts(event(new InboundEvent.Followed(null, null)))).isFalse();
		assertThat(handler.accepts(event(new InboundEvent.MenuTapped("qr-school-x")))).isFalse();
	}

	private String said(InboundEvent happened) {
		SceneHandler handler = new SceneHandler(this.mapper, this.codes, this.clock);
		InboundMessage message = event(happened);
		assertThat(handler.accepts(message)).isTrue();
		Optional<Reply> reply = handler.handle(message);
		return ((Reply.Text) reply.orElseThrow()).content();
	}

	private static InboundMessage event(InboundEvent happened) {
		return new InboundMessage.Event(new InboundMessage.Header(Accounts.APP_ID, "gh_1", "oPerson",
				Instant.parse("2026-05-20T01:00:00Z"), "event:SCAN", null), happened);
	}

	private static void refused(String code, Supplier<?> act) {
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(act::get)
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

	private static void refused(String code, Runnable act) {
		refused(code, () -> {
			act.run();
			return null;
		});
	}

}
