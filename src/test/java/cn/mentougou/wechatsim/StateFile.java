package cn.mentougou.wechatsim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import tools.jackson.core.JacksonException;

import cn.mentougou.wechatsim.world.Broadcast;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.World;
import cn.mentougou.wechatsim.world.WorldSnapshot;

/** Keeps the world in a file: half a second after a change, and at the end. */
final class StateFile implements Broadcast.Listener, AutoCloseable {

	private static final long DELAY_MILLIS = 500;

	private static final Set<String> CHANGES = Set.of("state", "phone", "api");

	private final World world;

	private final Path file;

	private final AtomicBoolean planned = new AtomicBoolean();

	private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "wechatsim-state");
		thread.setDaemon(true);
		return thread;
	});

	private StateFile(World world, Path file) {
		this.world = world;
		this.file = file;
	}

	/**
	 * Puts the world back as the file has it, with the accounts of today, and keeps it
	 * there from now on. A file of another seed belongs to other people.
	 */
	static StateFile attach(World world, Path file) {
		read(file).filter((snapshot) -> snapshot.seed() == world.random().seed())
			.ifPresent((saved) -> world.restore(saved.withAccounts(world.accounts())));
		StateFile keeper = new StateFile(world, file);
		world.broadcast().listen(keeper);
		return keeper;
	}

	@Override
	public void heard(String event, Object payload) {
		if (CHANGES.contains(event) && planned.compareAndSet(false, true)) {
			try {
				writer.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (RejectedExecutionException ex) {
				// The simulator ends, and with it the last word was written.
			}
		}
	}

	@Override
	public void close() {
		writer.shutdownNow();
		write();
	}

	private synchronized void write() {
		planned.set(false);
		try {
			Path folder = file.toAbsolutePath().getParent();
			Files.createDirectories(folder);
			Path fresh = Files.createTempFile(folder, "wechatsim", ".json");
			Files.writeString(fresh, Json.write(world.snapshot()));
			Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Optional<WorldSnapshot> read(Path file) {
		try {
			return Files.exists(file) ? Optional.of(Json.MAPPER.readValue(Files.readString(file), WorldSnapshot.class))
					: Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JacksonException ex) {
			throw new IllegalStateException("模拟器的数据文件读不出来，请删除它再启动：" + file, ex);
		}
	}

}
