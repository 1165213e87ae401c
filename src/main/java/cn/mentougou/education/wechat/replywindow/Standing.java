package cn.mentougou.education.wechat.replywindow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a person's windows stand at a moment: the latest opening of each kind, spent by the
 * messages since.
 *
 * @param windows those that are open, used up ones included
 */
public record Standing(List<OpenWindow> windows) {

	/** Copies the windows. */
	public Standing {
		windows = List.copyOf(windows);
	}

	/** Whether one more message may go. */
	public boolean allows() {
		return this.windows.stream().anyMatch((window) -> window.remaining() > 0);
	}

	/** Whether nothing is open at all. */
	public boolean isClosed() {
		return this.windows.isEmpty();
	}

	/**
	 * Plays the messages through again. Each is spent from the window that was open and
	 * closes first; where an opening is not known any more, its messages count in another
	 * one, and a call that was under way when a window opened or closed counts there too.
	 * So no window is ever fuller here than at the platform.
	 */
	static Standing of(List<ReplyWindowMapper.Row> opened, List<Spendings.Spending> spent, Instant now,
			ReplyWindowSettings.Overlap overlap) {
		Instant unfollowed = opened.stream()
			.filter((row) -> row.kind() == WindowKind.UNFOLLOWED)
			.map(ReplyWindowMapper.Row::openedAt)
			.findAny()
			.orElse(Instant.MIN);
		List<Purse> purses = opened.stream()
			.filter((row) -> row.kind() != WindowKind.UNFOLLOWED && row.openedAt().isAfter(unfollowed))
			.sorted(Comparator.comparing(ReplyWindowMapper.Row::closesAt))
			.map(Purse::new)
			.toList();
		List<Spendings.Spending> inOrder = new ArrayList<>(spent);
		inOrder.sort(Comparator.comparing(Spendings.Spending::from));
		for (Spendings.Spending one : inOrder) {
			spend(purses, one, overlap);
		}
		return new Standing(
				purses.stream().filter((purse) -> now.isBefore(purse.row.closesAt())).map(Purse::window).toList());
	}

	private static void spend(List<Purse> purses, Spendings.Spending one, ReplyWindowSettings.Overlap overlap) {
		boolean isPaid = false;
		for (Purse purse : purses) {
			if (!purse.touches(one)) {
				continue;
			}
			if (!purse.covers(one) || overlap == ReplyWindowSettings.Overlap.SHARED) {
				purse.left--;
			}
			else if (!isPaid && purse.left > 0) {
				purse.left--;
				isPaid = true;
			}
		}
	}

	/** A window while its messages are counted. */
	private static final class Purse {

		private final ReplyWindowMapper.Row row;

		private int left;

		private Purse(ReplyWindowMapper.Row row) {
			this.row = row;
			this.left = row.messages();
		}

		private boolean touches(Spendings.Spending one) {
			return !one.until().isBefore(this.row.openedAt()) && one.from().isBefore(this.row.closesAt());
		}

		private boolean covers(Spendings.Spending one) {
			return !one.from().isBefore(this.row.openedAt()) && one.until().isBefore(this.row.closesAt());
		}

		private OpenWindow window() {
			return new OpenWindow(this.row.kind(), this.row.openedAt(), this.row.closesAt(), this.row.messages(),
					Math.max(0, this.left));
		}

	}

}
