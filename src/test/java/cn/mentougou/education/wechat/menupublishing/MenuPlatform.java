package cn.mentougou.education.wechat.menupublishing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import cn.mentougou.education.wechat.menu.MenuJson;
import cn.mentougou.education.wechat.menu.MenuSet;
import cn.mentougou.education.wechat.token.FakePlatform;
import cn.mentougou.education.wechat.token.FakePlatform.Answer;

/** A platform that keeps the menus of one account, and fails as a test wants it. */
final class MenuPlatform implements AutoCloseable {

	static final String CREATE = "/cgi-bin/menu/create";

	static final String GET = "/cgi-bin/menu/get";

	static final String ADD = "/cgi-bin/menu/addconditional";

	static final String DELETE = "/cgi-bin/menu/delconditional";

	static final String SELF = "/cgi-bin/get_current_selfmenu_info";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";

	final FakePlatform http = new FakePlatform();

	private final Map<String, ObjectNode> conditional = new LinkedHashMap<>();

	private final Map<String, Integer> before = new HashMap<>();

	private ObjectNode menu;

	private int number = 1000;

	MenuPlatform() {
		reset();
	}

	/** No menu, and no faults. */
	void reset() {
		this.menu = null;
		this.conditional.clear();
		behave(GET, this::shown);
		behave(CREATE, this::created);
		behave(ADD, this::added);
		behave(DELETE, this::deleted);
		this.http.answer(SELF, "{\"is_menu_open\":0}");
	}

	/** The platform does its part, and this becomes of its answer. */
	void after(String path, UnaryOperator<Answer> fault) {
		UnaryOperator<String> deed = switch (path) {
			case CREATE -> this::created;
			case ADD -> this::added;
			case DELETE -> this::deleted;
			default -> this::shown;
		};
		this.http.answer(path, (call) -> fault.apply(new Answer(200, deed.apply(call.body()))));
	}

	/** The platform answers that and does nothing. */
	void instead(String path, Answer answer) {
		this.http.answer(path, (call) -> answer);
	}

	/** As if this menu had been created. */
	void take(MenuSet set) {
		created(MenuJson.body(set.buttons()));
	}

	static Answer cut() {
		return new Answer(Answer.CUT, "");
	}

	static Answer refusal(int code) {
		return new Answer(200, "{\"errcode\":" + code + ",\"errmsg\":\"no rid: 1-2-3\"}");
	}

	/** Calls of this path since the test began. */
	int calls(String path) {
		return this.http.calls(path).size() - this.before.getOrDefault(path, 0);
	}

	/** A test begins. */
	void begin() {
		reset();
		List.of(CREATE, GET, ADD, DELETE).forEach((path) -> this.before.put(path, this.http.calls(path).size()));
	}

	synchronized String shown() {
		return shown("");
	}

	private void behave(String path, UnaryOperator<String> deed) {
		this.http.answer(path, (call) -> new Answer(200, deed.apply(call.body())));
	}

	private synchronized String shown(String body) {
		if (this.menu == null) {
			return "{\"errcode\":46003,\"errmsg\":\"menu no exist rid: 1-2-3\"}";
		}
		ObjectNode shown = JSON.createObjectNode();
		shown.set("menu", this.menu);
		var list = shown.putArray("conditionalmenu");
		this.conditional.forEach((id, node) -> list.add(node.deepCopy().put("menuid", Long.parseLong(id))));
		return shown.toString();
	}

	private synchronized String created(String body) {
		this.menu = (ObjectNode) JSON.readTree(body);
		return OK;
	}

	private synchronized String added(String body) {
		String id = String.valueOf(++this.number);
		this.conditional.put(id, (ObjectNode) JSON.readTree(body));
		return "{\"menuid\":\"" + id + "\"}";
	}

	private synchronized String deleted(String body) {
		this.conditional.remove(JSON.readTree(body).path("menuid").asString());
		return OK;
	}

	@Override
	public void close() {
		this.http.close();
	}

}
