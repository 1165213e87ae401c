package cn.mentougou.bench.load;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes kept one after another outside of the heap, so that a load of hundreds of
 * thousands of messages costs its generator no collection. Used again for each load.
 */
final class Arena {

	private static final int SLAB = 1 << 24;

	private final List<ByteBuffer> slabs = new ArrayList<>();

	private final long limit;

	private long end;

	/** Grows up to this many bytes. */
	Arena(long limit) {
		this.limit = limit;
	}

	void clear() {
		this.end = 0;
	}

	/** Keeps the bytes and returns their position, or -1 if there is no room. */
	long add(byte[] bytes, int length) {
		if ((this.end & (SLAB - 1)) + length > SLAB) {
			this.end = (this.end | (SLAB - 1)) + 1;
		}
		if (this.end + length > this.limit) {
			return -1;
		}
		int slab = (int) (this.end / SLAB);
		if (slab == this.slabs.size()) {
			this.slabs.add(ByteBuffer.allocateDirect(SLAB));
		}
		long position = this.end;
		this.slabs.get(slab).put((int) (position % SLAB), bytes, 0, length);
		this.end += length;
		return position;
	}

	ByteBuffer slice(long position, int length) {
		return this.slabs.get((int) (position / SLAB)).slice((int) (position % SLAB), length);
	}

	byte[] copy(long position, int length) {
		byte[] bytes = new byte[length];
		this.slabs.get((int) (position / SLAB)).get((int) (position % SLAB), bytes);
		return bytes;
	}

}
