package cn.mentougou.wechatsim;

import java.util.ArrayList;
import java.util.List;

import cn.mentougou.wechatsim.api.BaseApi;
import cn.mentougou.wechatsim.api.CustomMessageApi;
import cn.mentougou.wechatsim.media.MediaApi;
import cn.mentougou.wechatsim.media.MediaStore;
import cn.mentougou.wechatsim.menu.AutomaticReplies;
import cn.mentougou.wechatsim.menu.MenuApi;
import cn.mentougou.wechatsim.menu.Menus;
import cn.mentougou.wechatsim.notice.NoticeBook;
import cn.mentougou.wechatsim.notice.NoticeDesk;
import cn.mentougou.wechatsim.platform.AccessTokens;
import cn.mentougou.wechatsim.platform.ApiCounters;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.qr.QrCodeApi;
import cn.mentougou.wechatsim.qr.QrCodes;
import cn.mentougou.wechatsim.user.BlacklistApi;
import cn.mentougou.wechatsim.user.TagApi;
import cn.mentougou.wechatsim.user.Tags;
import cn.mentougou.wechatsim.user.UserApi;
import cn.mentougou.wechatsim.web.SimWeb;
import cn.mentougou.wechatsim.world.World;

/** The areas of the platform that keep something of their own. */
record Areas(Tags tags, QrCodes codes, Menus menus, AutomaticReplies replies, NoticeBook notices, MediaStore media,
		SimWeb web) {

	static Areas of(World world) {
		return new Areas(world.attach(new Tags()), world.attach(new QrCodes(world)), world.attach(new Menus(world)),
				world.attach(new AutomaticReplies()), new NoticeBook(world), world.attach(new MediaStore(world)),
				new SimWeb(world));
	}

	/** Everything that the platform can be asked. */
	List<Endpoint> endpoints(World world, AccessTokens tokens, ApiCounters counters, NoticeDesk desk) {
		List<Endpoint> endpoints = new ArrayList<>(new BaseApi(world, tokens, counters).endpoints());
		endpoints.addAll(new CustomMessageApi(world, media).endpoints());
		endpoints.addAll(new MediaApi(world, media).endpoints());
		endpoints.addAll(new UserApi(world).endpoints());
		endpoints.addAll(new TagApi(world, tags).endpoints());
		endpoints.addAll(new BlacklistApi(world).endpoints());
		endpoints.addAll(new QrCodeApi(world, codes).endpoints());
		endpoints.addAll(new MenuApi(world, menus, tags).endpoints());
		endpoints.addAll(replies.endpoints());
		endpoints.addAll(desk.endpoints());
		endpoints.addAll(web.endpoints());
		return endpoints;
	}

}
