package cn.mentougou.education.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.newsroom.board.BoardDetails;
import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.board.StandingBoard;
import cn.mentougou.education.newsroom.draft.AiUse;
import cn.mentougou.education.newsroom.draft.Drafts;
import cn.mentougou.education.newsroom.draft.NewsDraft;
import cn.mentougou.education.newsroom.draft.NewsItem;
import cn.mentougou.education.newsroom.draft.NewsReviews;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.newsroom.news.Releases;
import cn.mentougou.education.office.review.Reviews;
import cn.mentougou.education.office.review.SecrecyForm;
import cn.mentougou.education.office.staff.Actors;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.UnitId;

/**
 * The news of the demonstration: an item at every state, gone there through the desks,
 * and a year behind it that is written into the tables as if it had been taken over from
 * the website before.
 */
@Component
@Profile("demo")
class DemoNews {

	private static final Logger logger = LoggerFactory.getLogger(DemoNews.class);

	private static final String EDITOR = "周文博";

	private static final String REVIEWER = "郑守信";

	private static final String LEADER = "高建国";

	private static final List<String> SUBJECTS = List.of("%s举行春季运动会", "%s开展家长开放日活动", "%s教师获市级教学评比奖", "%s科技节开幕",
			"%s组织学生参观京西古道", "%s举办课程建设研讨会", "%s开展防震减灾演练", "%s图书漂流活动启动");

	private static final List<String> PLACES = List.of("大峪中学", "永定河小学", "妙峰山学校", "育园小学", "王平中学", "军庄小学", "斋堂中学");

	private final Drafts drafts;

	private final NewsReviews news;

	private final Reviews reviews;

	private final Boards boards;

	private final Units units;

	private final People people;

	private final Actors actors;

	/** The items that were written; others say the same again. */
	private final List<Long> samples = new ArrayList<>();

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DemoNews(Drafts drafts, NewsReviews news, Reviews reviews, Boards boards, Units units, People people, Actors actors,
			JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.drafts = drafts;
		this.news = news;
		this.reviews = reviews;
		this.boards = boards;
		this.units = units;
		this.people = people;
		this.actors = actors;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** At the first start, after the people are there. */
	void seed() {
		if (this.jdbc.sql("SELECT COUNT(*) FROM news_item").query(Long.class).single() > 0) {
			return;
		}
		try {
			this.transaction.executeWithoutResult((status) -> aYear());
			states();
		}
		catch (RuntimeException ex) {
			logger.warn("no news in this demonstration: {}", ex.getMessage());
		}
	}

	private Actor actor(String name) {
		return this.actors.actorOf(this.people.one(name, null).id(), "127.0.0.1").orElseThrow();
	}

	private UnitId commission() {
		return this.units.commission().orElseThrow().id();
	}

	private NewsDraft text(String title, NewsLevel level, StandingBoard board) {
		return new NewsDraft(title, "门头沟教育", title + "。", "<p>" + title + "。</p><p>这是演示内容，不是真实的新闻。</p>", level,
				List.of(this.boards.standing(board).id()), "演示", null, null, null, null, null, null, List.of(),
				AiUse.NONE, null);
	}

	/** One item a day, and a second one on Mondays and Thursdays. */
	private void aYear() {
		LocalDate today = LocalDate.now(this.clock);
		int number = 0;
		for (LocalDate day = today.minusYears(1); day.isBefore(today); day = day.plusDays(1)) {
			past(number++, day.atTime(LocalTime.of(17, 0)));
			if (day.getDayOfWeek() == DayOfWeek.MONDAY || day.getDayOfWeek() == DayOfWeek.THURSDAY) {
				past(number++, day.atTime(LocalTime.of(10, 30)));
			}
		}
		release();
	}

	private void past(int number, LocalDateTime at) {
		NewsLevel level = (number % 7 == 3) ? NewsLevel.NATIONAL
				: ((number % 5 == 2) ? NewsLevel.BEIJING : NewsLevel.DISTRICT);
		StandingBoard board = (number % 9 == 4) ? StandingBoard.MEDIA
				: ((number % 11 == 6) ? StandingBoard.GOVERNMENT : StandingBoard.EDUCATION);
		String title = SUBJECTS.get(number % SUBJECTS.size()).formatted(PLACES.get(number % PLACES.size()));
		if (this.samples.size() < SUBJECTS.size() * PLACES.size()) {
			this.samples.add(this.drafts.begin(Actor.system("demo"), commission(), text(title, level, board)).value());
			date(this.samples.get(number), at);
		}
		else {
			copy(this.samples.get(number % this.samples.size()), at);
		}
	}

	private void date(long id, LocalDateTime at) {
		this.jdbc.sql("""
				UPDATE news_item
				SET stage = 'APPROVED', created_at = :at, changed_at = :at
				WHERE id = :id
				""").param("at", at).param("id", id).update();
		this.jdbc.sql("""
				UPDATE news_version
				SET saved_at = :at, frozen_at = :at, approved_at = :at
				WHERE item_id = :id
				""").param("at", at).param("id", id).update();
	}

	/** The same words come again on another day. */
	private void copy(long from, LocalDateTime at) {
		KeyHolder key = new GeneratedKeyHolder();
		this.jdbc
			.sql("""
					INSERT INTO news_item (unit_id, version, revision, stage, title, level, created_by, created_at, changed_by,
						changed_at)
					SELECT unit_id, 1, 1, stage, title, level, created_by, :at, changed_by, :at
					FROM news_item
					WHERE id = :from
					""")
			.param("at", at)
			.param("from", from)
			.update(key, "id");
		long id = Objects.requireNonNull(key.getKey()).longValue();
		this.jdbc
			.sql("""
					INSERT INTO news_version (item_id, number, title, author, digest, body, level, boards, topics, attachments,
						ai_use, content_hash, saved_by, saved_at, frozen_at, approved_at)
					SELECT :id, 1, title, author, digest, body, level, boards, topics, attachments, ai_use, content_hash,
						saved_by, :at, :at, :at
					FROM news_version
					WHERE item_id = :from
					""")
			.param("id", id)
			.param("at", at)
			.param("from", from)
			.update();
		this.jdbc.sql("""
				INSERT INTO news_item_board (board_id, item_id)
				SELECT board_id, :id
				FROM news_item_board
				WHERE item_id = :from
				""").param("id", id).param("from", from).update();
	}

	/** What stood on the website before. */
	private void release() {
		this.jdbc.sql("""
				INSERT INTO news_release (item_id, version, content_hash, title, author, digest, body, level, boards,
					ai_made, approved_at, first_shown_at, working_hash, files, shown)
				SELECT item_id, number, content_hash, title, author, digest, body, level, boards, FALSE, approved_at,
					approved_at, content_hash, 0, TRUE
				FROM news_version
				WHERE approved_at IS NOT NULL
				""").update();
		this.jdbc.sql("""
				INSERT INTO news_release_board (item_id, board_id, first_shown_at, shown)
				SELECT i.item_id, i.board_id, r.first_shown_at, TRUE
				FROM news_item_board i
				JOIN news_release r ON r.item_id = i.item_id
				""").update();
	}

	private void states() {
		Actor editor = actor(EDITOR);
		this.boards.add(editor,
				new BoardDetails("群众路线教育实践活动", LocalDate.of(2014, 2, 1), LocalDate.of(2014, 12, 31), true, null, 0));
		this.boards.add(editor,
				new BoardDetails("践行社会主义核心价值观", LocalDate.now(this.clock).minusMonths(2), null, true, null, 30));
		draft("校园开放日预告（还没写完）");
		submit(draft("中小学课后服务安排"), editor);
		pass(draft("义务教育入学政策解读"));
		NewsId returned = draft("学校食堂检查情况");
		submit(returned, editor);
		this.reviews.giveBack(actor(REVIEWER), Releases.KIND, returned.text(), "附表里有经办人电话，请删去后再送。");
		NewsId corrected = approved("区教育大会召开");
		correct(corrected, editor);
		NewsId changed = approved("中考体育考试时间公布");
		edit(changed, editor, text("中考体育考试时间调整", NewsLevel.DISTRICT, StandingBoard.EDUCATION));
		this.news.withdraw(actor(LEADER), approved("误发的招聘信息"), "信息来源有误，已请有关学校核实。");
		approved("冬季长跑活动今天开始");
		approve(this.drafts.begin(editor, commission(), text("一周舆情摘要", NewsLevel.DISTRICT, StandingBoard.OPINION)),
				editor);
	}

	private void correct(NewsId id, Actor editor) {
		NewsDraft text = text("区教育大会召开", NewsLevel.DISTRICT, StandingBoard.EDUCATION);
		edit(id, editor,
				new NewsDraft(text.title(), text.author(), text.digest(), text.body(), text.level(), text.boards(),
						text.topics(), null, null, null, null, null, null, List.of(), AiUse.NONE,
						"原文把参会学校数写成 32 所，应为 23 所。"));
		approve(id, editor);
	}

	/** An approved item, which a push may send. */
	NewsId approved(String title) {
		NewsId id = draft(title);
		approve(id, actor(EDITOR));
		return id;
	}

	private NewsId draft(String title) {
		return this.drafts.begin(actor(EDITOR), commission(), text(title, NewsLevel.DISTRICT, StandingBoard.EDUCATION));
	}

	private void edit(NewsId id, Actor editor, NewsDraft text) {
		this.drafts.save(editor, id, this.drafts.visibleTo(editor, id).revision(), text);
	}

	private void submit(NewsId id, Actor editor) {
		NewsItem item = this.drafts.visibleTo(editor, id);
		this.news.checkFacts(editor, id, this.drafts.working(item).contentHash(), "演示文件〔2026〕1号");
		this.news.submit(editor, id);
	}

	private String pass(NewsId id) {
		submit(id, actor(EDITOR));
		String hash = this.news.find(id.text()).orElseThrow().contentHash();
		this.reviews.passSecrecy(actor(REVIEWER), Releases.KIND, id.text(), SecrecyForm.clear(hash, "已与来源文件核对"));
		return hash;
	}

	private void approve(NewsId id, Actor editor) {
		this.reviews.approve(actor(LEADER), Releases.KIND, id.text(), pass(id));
	}

}
