package cn.mentougou.specimens;

import java.util.List;

import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks with something in them that does not meet the eye. */
final class WorkbookSpecimens {

	private static final String SHEET = "xl/worksheets/sheet1.xml";

	private WorkbookSpecimens() {
	}

	static List<Specimen> all() {
		return List.of(xlsx("plain workbook", (workbook) -> {
		}), xlsx("hidden sheet", (workbook) -> {
			workbook.createSheet("名单");
			workbook.setSheetHidden(1, true);
		}, "HIDDEN_SHEET"), xlsx("very hidden sheet", (workbook) -> {
			workbook.createSheet("名单");
			workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
		}, "VERY_HIDDEN_SHEET"),
				xlsx("hidden row", (workbook) -> sheet(workbook).getRow(2).setZeroHeight(true), "HIDDEN_ROW"),
				xlsx("row of no height", (workbook) -> sheet(workbook).getRow(2).setHeight((short) 0), "HIDDEN_ROW"),
				xlsx("hidden column", (workbook) -> sheet(workbook).setColumnHidden(1, true), "HIDDEN_COLUMN"),
				xlsx("column of no width", (workbook) -> sheet(workbook).setColumnWidth(1, 0), "HIDDEN_COLUMN"),
				xlsx("pivot table with its cache", WorkbookSpecimens::pivot, "PIVOT_CACHE"),
				xlsx("comment in a cell", WorkbookSpecimens::comment, "COMMENT"), xlsx("identity number as text",
						(workbook) -> text(workbook, "身份证 " + Documents.RESIDENT_ID), "RESIDENT_ID"),
				xlsx("identity number in a hidden column", (workbook) -> {
					text(workbook, Documents.RESIDENT_ID);
					sheet(workbook).setColumnHidden(1, true);
				}, "RESIDENT_ID", "HIDDEN_COLUMN"),
				xlsx("phone as number", (workbook) -> sheet(workbook).getRow(1).getCell(1).setCellValue(13800138000.0),
						"MOBILE_PHONE"),
				xlsx("bank card in groups", (workbook) -> text(workbook, "6222 0202 0011 2233 446"), "BANK_CARD"),
				xlsx("phone in the page's head",
						(workbook) -> sheet(workbook).getHeader().setCenter("联系 " + Documents.PHONE), "MOBILE_PHONE"),
				xlsx("author and company", (workbook) -> {
					workbook.getProperties().getExtendedProperties().getUnderlyingProperties().setCompany("某某小学");
					workbook.getProperties().getCoreProperties().setLastModifiedByUser("张三");
				}, "METADATA"), xlsx("formula that starts a program", (workbook) -> {
				}, "DDE", (zip) -> Zips.replaced(zip, SHEET, "<v>120.0</v>", "<f>cmd|'/c calc'!A0</f><v>0</v>")),
				xlsx("link to another workbook", (workbook) -> {
				}, "EXTERNAL_LINK", WorkbookSpecimens::externalLink), xlsx("query of a database", (workbook) -> {
				}, "DATA_CONNECTION",
						(zip) -> Zips.with(zip, "xl/connections.xml",
								"<connections><connection id='1' name='学籍库'/></connections>")),
				xlsx("file on the author's machine", (workbook) -> {
				}, "EXTERNAL_LINK",
						(zip) -> Zips.with(zip, "xl/worksheets/_rels/sheet1.xml.rels",
								"""
										<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
										<Relationship Id="rId1" Type="http://x/hyperlink" Target="file:///C:\\\\Users\\\\zhangsan\\\\a.xlsx"
											TargetMode="External"/></Relationships>""")),
				xlsx("history of a shared workbook", (workbook) -> {
				}, "TRACKED_CHANGE", (zip) -> Zips.with(zip, "xl/revisions/revisionLog1.xml", "<revisions/>")),
				xlsx("phone in the cache of a chart", (workbook) -> {
				}, "MOBILE_PHONE",
						(zip) -> Zips.with(zip, "xl/charts/chart1.xml",
								"<chart><pt><v>" + Documents.PHONE + "</v></pt></chart>")),
				xlsx("workbook behind a chart", (workbook) -> {
				}, "EMBEDDED_FILE", (zip) -> Zips.with(zip, "xl/embeddings/Microsoft_Excel_Sheet.xlsx", zip)),
				xlsx("archive inside", (workbook) -> {
				}, "NESTED_ARCHIVE", (zip) -> Zips.with(zip, "xl/media/picture.png", zip)));
	}

	private static Specimen xlsx(String title, Documents.Change<XSSFWorkbook> change, String... findings) {
		return Specimen.taken(title, "招生计划.xlsx", () -> Documents.workbook(change), findings);
	}

	private static Specimen xlsx(String title, Documents.Change<XSSFWorkbook> change, String finding, Spoiler spoiler) {
		return Specimen.taken(title, "招生计划.xlsx", () -> spoiler.spoil(Documents.workbook(change)), finding);
	}

	private static XSSFSheet sheet(XSSFWorkbook workbook) {
		return workbook.getSheetAt(0);
	}

	private static void text(XSSFWorkbook workbook, String text) {
		sheet(workbook).getRow(1).getCell(1).setCellValue(text);
	}

	private static void comment(XSSFWorkbook workbook) {
		XSSFDrawing drawing = sheet(workbook).createDrawingPatriarch();
		XSSFComment comment = drawing.createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 1, 1, 3, 3));
		comment.setString("这个数字待定");
		comment.setAddress(1, 1);
	}

	private static void pivot(XSSFWorkbook workbook) {
		XSSFSheet sheet = sheet(workbook);
		sheet.getRow(0).getCell(0).setCellValue("学校");
		sheet.getRow(0).getCell(1).setCellValue("人数");
		sheet.createPivotTable(new AreaReference("A1:B4", workbook.getSpreadsheetVersion()), new CellReference("D1"));
	}

	private static byte[] externalLink(byte[] zip) throws Exception {
		return Zips.with(zip, "xl/externalLinks/externalLink1.xml",
				"<externalLink><externalBook><sheetNames><sheetName val='名单'/></sheetNames></externalBook></externalLink>");
	}

	/** Spoils the bytes of a package. */
	interface Spoiler {

		byte[] spoil(byte[] zip) throws Exception;

	}

}
