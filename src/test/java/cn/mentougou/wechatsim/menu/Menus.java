package cn.mentougou.wechatsim.menu;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.MenuButton;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;
import cn.mentougou.wechatsim.world.WorldPart;

/**
 * All menus, and what each phone fetched of them: a phone asks again when the chat is
 * entered and its copy is older than five minutes.
 */
public final class Menus implements WorldPart {

	private static final Duration COPY_LASTS = Duration.ofMinutes(5);

	private static final long FIRST_ID = 409_900_001L;

	private final World world;

	private final Map<String, AccountMenus> byAccount = new LinkedHashMap<>();

	private final Map<String, Copy> copies = new LinkedHashMap<>();

	private final Set<String> miniPrograms = new TreeSet<>();

	private long lastId = FIRST_ID;

	public Menus(World world) {
		this.world = world;
	}

	/** The menus in force; an account that never used the interface has the console's. */
	synchronized AccountMenus of(SimAccount account) {
		return byAccount.getOrDefault(account.appId(),
				new AccountMenus(account.appId(), FIRST_ID, account.menu(), false, List.of()));
	}

	synchronized long nextId() {
		return ++lastId;
	}

	synchronized void put(AccountMenus menus) {
		byAccount.put(menus.appId(), menus);
		world.changed();
	}

	/** The default menu in force. */
	public List<MenuButton> inForce(SimAccount account) {
		return of(account).buttons();
	}

	/** What the platform would give the person's phone now. */
	public ShownMenu matching(SimAccount account, Follower follower) {
		return of(account).of(follower);
	}

	/** The person enters the chat: a copy that is too old is fetched anew. */
	public synchronized ShownMenu enter(SimAccount account, Follower follower) {
		Instant now = world.clock().instant();
		Copy copy = copies.get(follower.openId());
		if (copy == null || copy.fetchedAt().plus(COPY_LASTS).isBefore(now)) {
			copy = new Copy(follower.openId(), now, matching(account, follower));
			copies.put(follower.openId(), copy);
		}
		return copy.menu();
	}

	/** The phone has no copy any more: after unfollowing, or because someone wants so. */
	public synchronized void forget(Follower follower) {
		copies.remove(follower.openId());
	}

	/** From now on menus may lead into this mini program. */
	public synchronized void link(String miniProgram) {
		miniPrograms.add(miniProgram);
	}

	synchronized boolean isLinked(String miniProgram) {
		return miniPrograms.contains(miniProgram);
	}

	@Override
	public String name() {
		return "menus";
	}

	@Override
	public synchronized Object saved() {
		return new Saved(lastId, new ArrayList<>(byAccount.values()), new ArrayList<>(copies.values()),
				new ArrayList<>(miniPrograms));
	}

	@Override
	public synchronized void restore(JsonNode saved) {
		byAccount.clear();
		copies.clear();
		miniPrograms.clear();
		if (saved.isMissingNode()) {
			return;
		}
		Saved read = Json.MAPPER.treeToValue(saved, Saved.class);
		lastId = Math.max(lastId, read.lastId());
		read.accounts().forEach((menus) -> byAccount.put(menus.appId(), menus));
		read.copies().forEach((copy) -> copies.put(copy.openId(), copy));
		miniPrograms.addAll(read.miniPrograms());
	}

	@Override
	public synchronized void forgetPeople() {
		copies.clear();
	}

	/** What one phone fetched. */
	record Copy(String openId, Instant fetchedAt, ShownMenu menu) {
	}

	/** Everything as a snapshot keeps it. */
	record Saved(long lastId, Collection<AccountMenus> accounts, Collection<Copy> copies,
			Collection<String> miniPrograms) {
	}

}
