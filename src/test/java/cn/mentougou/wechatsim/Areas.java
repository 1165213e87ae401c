package cn.mentougou.wechatsim;

import java.util.ArrayList;
import java.util.List;

import cn.mentougou.wechatsim.api.BaseApi;
import cn.mentougou.wechatsim.api.CustomMessageApi;
import cn.mentougou.wechatsim.article.ArticlePages;
import cn.mentougou.wechatsim.article.DraftApi;
import cn.mentougou.wechatsim.figure.DataCubeApi;
import cn.mentougou.wechatsim.figure.Readings;
import cn.mentougou.wechatsim.mass.MassDesk;
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
		SimWeb web, MassDesk.Shelf shelf, Readings readings) {

	static Areas of(World world) {
		Tags tags = world.attach(new Tags());
		MediaStore media = world.attach(new MediaStore(world));
		return new Areas(tags, world.attach(new QrCodes(world)), world.attach(new Menus(world)),
				world.attach(new AutomaticReplies()), new NoticeBook(world), media, new SimWeb(world),
				MassDesk.Shelf.of(world, media, tags), world.attach(new Readings(world)));
	}

	/** The pages of articles; who opens one is counted. */
	ArticlePages articlePages(World world) {
		return new ArticlePages(world, shelf.drafts(), shelf.posts(), media,
				(post, index, person) -> readings.did(post, index, person, Readings.Kind.READ));
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
		endpoints.addAll(new DraftApi(world, shelf.drafts(), shelf.posts(), media).endpoints());
		endpoints.addAll(new DataCubeApi(world, shelf.posts(), readings).endpoints());
		return endpoints;
	}

}
