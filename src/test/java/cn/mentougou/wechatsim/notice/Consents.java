package cn.mentougou.wechatsim.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.WorldPart;

/**
 * What people have consented to: one notice for each yes to a one-time template, and any
 * number to a long-term one until it is withdrawn.
 */
public final class Consents implements WorldPart {

	private final Map<Key, Consent> consents = new LinkedHashMap<>();

	/** The person said yes. */
	synchronized void accept(SimTemplate template, String openId) {
		Consent before = of(template.id(), openId);
		boolean lasting = template.kind() == SimTemplate.Kind.LONG_TERM;
		put(new Consent(template.appId(), openId, template.id(), lasting ? 0 : before.credits() + 1, lasting));
	}

	/** The person switched the notices off. */
	synchronized void withdraw(SimTemplate template, String openId) {
		put(new Consent(template.appId(), openId, template.id(), 0, false));
	}

	/** Uses a consent; whether there was one. */
	synchronized boolean spend(SimTemplate template, String openId) {
		Consent consent = of(template.id(), openId);
		if (consent.lasting()) {
			return true;
		}
		if (consent.credits() == 0) {
			return false;
		}
		put(new Consent(consent.appId(), openId, template.id(), consent.credits() - 1, false));
		return true;
	}

	/** What the person's consent to a template still allows. */
	public synchronized Consent of(String templateId, String openId) {
		return consents.getOrDefault(new Key(templateId, openId), new Consent("", openId, templateId, 0, false));
	}

	@Override
	public String name() {
		return "consents";
	}

	@Override
	public synchronized Object saved() {
		return Map.of("consents", new ArrayList<>(consents.values()));
	}

	@Override
	public synchronized void forgetPeople() {
		consents.clear();
	}

	@Override
	public synchronized void restore(JsonNode saved) {
		consents.clear();
		List<Consent> all = new ArrayList<>();
		saved.path("consents").forEach((each) -> all.add(Json.MAPPER.treeToValue(each, Consent.class)));
		all.forEach(this::put);
	}

	@Override
	public synchronized void left(String appId, String openId) {
		consents.values().removeIf((consent) -> consent.appId().equals(appId) && consent.openId().equals(openId));
	}

	private void put(Consent consent) {
		consents.put(new Key(consent.templateId(), consent.openId()), consent);
	}

	/** What one person allows one template. */
	public record Consent(String appId, String openId, String templateId, int credits, boolean lasting) {
	}

	/** Whose consent to what. */
	private record Key(String templateId, String openId) {
	}

}
