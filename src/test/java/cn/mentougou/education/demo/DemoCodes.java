package cn.mentougou.education.demo;

import java.util.Optional;

import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.UnitId;
import cn.mentougou.education.wechat.scene.SceneDraft;
import cn.mentougou.education.wechat.scene.SceneKind;
import cn.mentougou.education.wechat.scene.SceneQrCodes;

/** QR codes of the demonstration: a school, a class, a poster and the touch screen. */
public final class DemoCodes {

	private static final Actor DEMO = Actor.system("demo");

	private static final String SCHOOL = "永定河小学";

	private final SceneQrCodes codes;

	private final Units units;

	DemoCodes(SceneQrCodes codes, Units units) {
		this.codes = codes;
		this.units = units;
	}

	/** Orders the codes that are not there yet; the platform is asked soon after. */
	void seed() {
		unit(SCHOOL).ifPresent((school) -> {
			order(SceneKind.SCHOOL, school, SCHOOL, "", true);
			order(SceneKind.CLASS, school, "三年级（2）班", "家长请在开学第一周扫码。", true);
		});
		unit(DemoOffice.COMMISSION).ifPresent((commission) -> {
			order(SceneKind.POSTER, commission, "招生入学咨询", "幼儿园、小学、初中入学怎么办，扫码问。", true);
			order(SceneKind.KIOSK, commission, "办公楼一层触摸屏", "", false);
		});
	}

	private void order(SceneKind kind, UnitId unit, String title, String note, boolean isPermanent) {
		try {
			this.codes.order(DEMO, new SceneDraft(kind, unit, title, note, isPermanent, null));
		}
		catch (Refusal.Conflict ex) {
			// It is there from an earlier start, or no account may have codes.
		}
	}

	private Optional<UnitId> unit(String name) {
		return this.units.all().stream().filter((unit) -> unit.name().equals(name)).map(Unit::id).findFirst();
	}

}
