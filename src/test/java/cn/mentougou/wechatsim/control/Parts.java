package cn.mentougou.wechatsim.control;

import cn.mentougou.wechatsim.action.UserActions;
import cn.mentougou.wechatsim.fault.Faults;
import cn.mentougou.wechatsim.figure.Readings;
import cn.mentougou.wechatsim.mass.MassDesk;
import cn.mentougou.wechatsim.media.MediaStore;
import cn.mentougou.wechatsim.menu.AutomaticReplies;
import cn.mentougou.wechatsim.menu.Menus;
import cn.mentougou.wechatsim.notice.NoticeDesk;
import cn.mentougou.wechatsim.platform.PlatformServer;
import cn.mentougou.wechatsim.push.PushDesk;
import cn.mentougou.wechatsim.qr.QrCodes;
import cn.mentougou.wechatsim.web.SimWeb;
import cn.mentougou.wechatsim.world.World;

/** The parts of the simulator that the control interface works on. */
public record Parts(World world, PushDesk desk, UserActions actions, Faults faults, PlatformServer platform,
		QrCodes codes, Menus menus, AutomaticReplies replies, NoticeDesk notices, MediaStore media, SimWeb web,
		MassDesk mass, Readings readings) {

	/** Begins anew with the same accounts and settings. */
	public void reset() {
		desk.reset();
		faults.clear();
		platform.reset();
		web.reset();
		world.reset();
	}

}
