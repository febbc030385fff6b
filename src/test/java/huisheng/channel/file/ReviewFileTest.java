package huisheng.channel.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.channel.Mapping;
import huisheng.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewFileTest {
    private static final Mapping MAPPING = Mapping.named("canonical");

    @TempDir
    Path folder;

    private List<String> rows(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("reviews"), content);
        List<String> rows = new ArrayList<>();
        try (ReviewFile reviews = ReviewFile.open(file, MAPPING)) {
            reviews.forEachRemaining(
                    row -> rows.add(row.number() + " " + (row.item() == null ? "bad" : Json.write(row.item()))));
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void open_csv_findsDelimiterAndKeepsQuotedLineEnds(String delimiter) throws IOException {
        String csv = "编号,text\r\n1,\"好,;|\t\n\"\"喝\"\"\"\n\n2,差\n"
                .replaceAll(",(?!;)", delimiter.equals("|") ? "|" : delimiter);
        assertThat(rows(csv.getBytes(UTF_8)))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("1 {\"编号\":\"1\",\"text\":\"好")
                .contains("\\n\\\"喝\\\"");
    }

    @Test
    void open_csvInGbkUtf8BomAndUtf16_readsTheSame() throws IOException {
        String csv = "编号,正文\n1," + "a".repeat(100_000) + "\n2,味道好\n";
        List<String> expected = rows(csv.getBytes(UTF_8));
        assertThat(expected).last().asString().contains("味道好");
        assertThat(rows(csv.getBytes(Charset.forName("GBK")))).isEqualTo(expected);
        assertThat(rows(("\uFEFF" + csv).getBytes(UTF_8))).isEqualTo(expected);
        assertThat(rows(("\uFEFF" + csv).getBytes(UTF_16LE))).isEqualTo(expected);
    }

    @Test
    void open_gzippedJsonLines_skipsOnlyTheBadLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"id\":1}\n{oops\n\n{\"id\":3}".getBytes(UTF_8));
        }
        assertThat(rows(bytes.toByteArray())).containsExactly("1 {\"id\":1}", "2 bad", "3 {\"id\":3}");
    }

    @Test
    void open_endlessLine_isOneBadRow() throws IOException {
        String lines = "{\"id\":1}\n{\"text\":\"" + "x".repeat(3_000_000) + "\"}\n{\"id\":3}\n";
        assertThat(rows(lines.getBytes(UTF_8))).containsExactly("1 {\"id\":1}", "2 bad", "3 {\"id\":3}");
    }

    @Test
    void open_jsonArray_readsElementsUntilTheError() throws IOException {
        assertThat(rows(" [ {\"id\":1},\n {\"id\":2} ]".getBytes(UTF_8)))
                .containsExactly("1 {\"id\":1}", "2 {\"id\":2}");
        assertThat(rows("[{\"id\":1}, oops, {\"id\":3}]".getBytes(UTF_8))).containsExactly("1 {\"id\":1}", "2 bad");
    }

    @Test
    void open_emptyFile_hasNoRows() throws IOException {
        assertThat(rows(new byte[0])).isEmpty();
        assertThat(rows("a,b\n".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void open_xlsx_readsTextNumbersAndDates() throws IOException {
        assertThat(rows(workbook()))
                .containsExactly("1 {\"编号\":\"1958000000000001\",\"评分\":\"5\",\"日期\":\"2026-11-01T08:00\"}");
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            + "<Default Extension='xml' ContentType='application/xml'/>"
                            + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
                            + "<Override PartName='/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/></Types>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                            + "<sheets><sheet name='s' sheetId='1' r:id='rId1'/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                            + "<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
            entry(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='22'/></cellXfs></styleSheet>");
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
                            + "<row r='1'><c r='A1' t='inlineStr'><is><t>编号</t></is></c><c r='B1' t='inlineStr'><is><t>评分</t></is></c><c r='C1' t='inlineStr'><is><t>日期</t></is></c></row>"
                            + "<row r='2'><c r='A2' t='inlineStr'><is><t>1958000000000001</t></is></c><c r='B2'><v>5</v></c><c r='C2' s='1'><v>46327.333333333336</v></c></row>"
                            + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.replace('\'', '"').getBytes(UTF_8));
        zip.closeEntry();
    }
}
