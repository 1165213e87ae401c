package cn.mentougou.education.wechat.webhome;

import cn.mentougou.education.wechat.web.H5Path;

/**
 * Something that one can do on the pages of {@code /h5}; features declare beans of it,
 * which stand on the first page in the order of their {@code @Order}.
 *
 * @param path where it leads, below {@code /h5/}
 * @param title what it is called
 * @param description what one gets there, in one sentence
 */
public record H5Entry(String path, String title, String description) {

	/** Refuses a path that is not a page of ours. */
	public H5Entry {
		if (!path.startsWith("/h5/") || !H5Path.of(path).equals(path)) {
			throw new IllegalArgumentException("not a page of /h5: " + path);
		}
	}

}
