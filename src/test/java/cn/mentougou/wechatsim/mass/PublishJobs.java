package cn.mentougou.wechatsim.mass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.World;
import cn.mentougou.wechatsim.world.WorldPart;

/** All silent publications that were accepted. */
final class PublishJobs implements WorldPart {

	private final World world;

	private final Map<Long, PublishJob> jobs = new LinkedHashMap<>();

	PublishJobs(World world) {
		this.world = world;
	}

	PublishJob put(PublishJob job) {
		synchronized (this) {
			jobs.put(job.publishId(), job);
		}
		world.changed();
		return job;
	}

	synchronized Optional<PublishJob> find(long publishId) {
		return Optional.ofNullable(jobs.get(publishId));
	}

	synchronized List<PublishJob> of(String appId) {
		return jobs.values().stream().filter((job) -> job.appId().equals(appId)).toList();
	}

	synchronized List<PublishJob> open() {
		return jobs.values().stream().filter((job) -> job.status() == PublishJob.UNDER_WAY).toList();
	}

	@Override
	public String name() {
		return "publications";
	}

	@Override
	public synchronized Object saved() {
		return Map.of("jobs", new ArrayList<>(jobs.values()));
	}

	@Override
	public synchronized void restore(JsonNode saved) {
		jobs.clear();
		for (JsonNode each : saved.path("jobs")) {
			PublishJob job = Json.MAPPER.treeToValue(each, PublishJob.class);
			jobs.put(job.publishId(), job);
		}
	}

}
