package cn.mentougou.wechatsim.notice;

import cn.mentougou.wechatsim.world.World;

/** What the platform keeps about templates, consents and the keys of messages. */
public final class NoticeBook {

	final TemplateShelf templates;

	final Consents consents;

	final SentKeys keys;

	/** An empty one that is saved and set back with the world. */
	public NoticeBook(World world) {
		this.templates = world.attach(new TemplateShelf(world));
		this.consents = world.attach(new Consents());
		this.keys = world.attach(new SentKeys(world));
	}

}
