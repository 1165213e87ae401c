package cn.mentougou.wechatsim.menu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.Ok;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.user.Tags;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.World;

/** Makes, shows and deletes menus. */
public final class MenuApi {

	private final World world;

	private final Menus menus;

	private final Tags tags;

	private final MenuReader reader;

	public MenuApi(World world, Menus menus, Tags tags) {
		this.world = world;
		this.menus = menus;
		this.tags = tags;
		this.reader = new MenuReader(menus::isLinked);
	}

	public List<Endpoint> endpoints() {
		return List.of(post("/cgi-bin/menu/create", this::create).daily(1_000),
				get("/cgi-bin/menu/get", this::show).daily(10_000),
				get("/cgi-bin/menu/delete", this::delete).daily(1_000),
				post("/cgi-bin/menu/addconditional", this::add).daily(2_000),
				post("/cgi-bin/menu/delconditional", this::remove).daily(2_000),
				post("/cgi-bin/menu/trymatch", this::tryMatch).daily(20_000),
				get("/cgi-bin/get_current_selfmenu_info", this::current).daily(10_000));
	}

	private static Endpoint get(String path, Endpoint.Handler handler) {
		return Endpoint.get(path, Permission.VERIFIED_OR_SERVICE, handler);
	}

	private static Endpoint post(String path, Endpoint.Handler handler) {
		return Endpoint.post(path, Permission.VERIFIED_OR_SERVICE, handler);
	}

	private Object create(ApiCall call) {
		AccountMenus changed = menus.of(call.account()).withDefault(menus.nextId(), reader.read(call.json()));
		menus.put(changed);
		return Ok.OK;
	}

	private Object show(ApiCall call) {
		AccountMenus all = menus.of(call.account());
		if (!all.hasMenu() || !all.byInterface()) {
			throw MenuCode.NO_MENU.error();
		}
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("menu", Map.of("button", MenuWriter.created(all.buttons()), "menuid", all.menuId()));
		if (!all.conditional().isEmpty()) {
			answer.put("conditionalmenu", all.conditional().stream().map(MenuApi::written).toList());
		}
		return answer;
	}

	private static Map<String, Object> written(ConditionalMenu menu) {
		return Map.of("button", MenuWriter.created(menu.buttons()), "matchrule", menu.rule().written(), "menuid",
				menu.menuId());
	}

	/** Conditional menus go with the default one. */
	private Object delete(ApiCall call) {
		menus.put(new AccountMenus(call.account().appId(), menus.nextId(), List.of(), true, List.of()));
		return Ok.OK;
	}

	private Object add(ApiCall call) {
		AccountMenus all = menus.of(call.account());
		if (!all.hasMenu()) {
			throw MenuCode.NO_DEFAULT.error();
		}
		MenuRule rule = MenuRule.read(call.json().path("matchrule"));
		Integer tagId = rule.tagId();
		if (tagId != null && !tags.exists(call.account().appId(), tagId)) {
			throw MenuCode.TAG_ID.error();
		}
		ConditionalMenu menu = new ConditionalMenu(menus.nextId(), reader.read(call.json()), rule);
		menus.put(all.with(menu));
		return Map.of("menuid", String.valueOf(menu.menuId()));
	}

	private Object remove(ApiCall call) {
		JsonNode id = call.json().path("menuid");
		AccountMenus all = menus.of(call.account());
		ConditionalMenu menu = all.conditional()
			.stream()
			.filter((each) -> String.valueOf(each.menuId()).equals(id.asString("")))
			.findFirst()
			.orElseThrow(MenuCode.NO_CONDITIONAL::error);
		menus.put(all.without(menu.menuId()));
		return Ok.OK;
	}

	/** The documentation shows the buttons bare, the SDK reads them within a menu. */
	private Object tryMatch(ApiCall call) {
		Follower follower = world.followers()
			.find(call.account().appId(), call.text("user_id"))
			.filter(Follower::subscribed)
			.orElseThrow(MenuCode.NO_USER::error);
		List<Map<String, Object>> buttons = MenuWriter.created(menus.matching(call.account(), follower).buttons());
		if (buttons.isEmpty()) {
			throw MenuCode.NO_MENU.error();
		}
		return Map.of("button", buttons, "menu", Map.of("button", buttons));
	}

	/** The menu in force, whoever made it. */
	private Object current(ApiCall call) {
		AccountMenus all = menus.of(call.account());
		if (!all.hasMenu()) {
			return Map.of("is_menu_open", 0);
		}
		return Map.of("is_menu_open", 1, "selfmenu_info", Map.of("button", MenuWriter.current(all.buttons())));
	}

}
