package cn.mentougou.education.office.personnel;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.list.CsvExport;
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.staff.PersonFilter;
import cn.mentougou.education.shared.Actor;

/**
 * The list of people as a file. Names and phones in it are masked: it leaves the house.
 */
@Controller
class ExportConsoleController {

	private static final CsvExport<PersonView> FILE = CsvExport.<PersonView>named("人员")
		.column("编号", PersonView::id)
		.column("姓名", PersonView::maskedName)
		.column("单位", PersonView::unit)
		.column("手机号", PersonView::phone)
		.column("职责", (person) -> String.join("、", person.roles()));

	private final Register register;

	private final Audit audit;

	private final TransactionTemplate transaction;

	ExportConsoleController(Register register, Audit audit, PlatformTransactionManager transactions) {
		this.register = register;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	@GetMapping("/console/people/export")
	void export(Actor actor, @ModelAttribute("search") PersonSearch search, HttpServletResponse response)
			throws IOException {
		PersonFilter filter = search.filter();
		this.transaction.executeWithoutResult(
				(status) -> this.audit.record(AuditEntry.done(actor, "staff.list-exported", "person", 0)));
		FILE.write(response, (after) -> page(actor, filter, after));
	}

	private KeyPage<PersonView> page(Actor actor, PersonFilter filter, @Nullable String after) {
		return this.register.page(actor, filter.after(Cursor.byId(after).map(Cursor::id).orElse(0L)), CsvExport.ROWS);
	}

}
