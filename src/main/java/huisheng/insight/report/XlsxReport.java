package huisheng.insight.report;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.index.Quote;
import huisheng.insight.ask.Finding;
import huisheng.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a report as a workbook: the findings on the first sheet, then a sheet for each list of an answer. */
public final class XlsxReport {
    private static final int MAX_ROWS = 5_000;
    private static final int MAX_NAME = 31;
    /** Lists inside of a row become this many columns at most. */
    private static final int MAX_COLUMNS = 60;

    private final Texts texts;
    private final Workbook book;
    private final Set<String> names = new LinkedHashSet<>();

    private XlsxReport(Texts texts, Workbook book) {
        this.texts = texts;
        this.book = book;
    }

    public static void write(Report report, Locale locale, OutputStream to) throws IOException {
        try (Workbook book = new Workbook(to, "Huisheng", "1.0")) {
            XlsxReport writer = new XlsxReport(new Texts(locale), book);
            writer.findings(report);
            for (Report.Section section : report.sections()) {
                JsonNode answer = Json.MAPPER.valueToTree(section.insight().answer());
                for (Map.Entry<String, JsonNode> list : answer.properties()) {
                    if (list.getValue().isArray()) writer.sheet(section.name() + " " + list.getKey(), list.getValue());
                }
            }
        }
    }

    private void findings(Report report) {
        Worksheet sheet = book.newWorksheet(name(texts.summary()));
        sheet.value(0, 0, texts.title() + " " + texts.days(report.period()));
        int row = 2;
        for (Finding finding : report.summary()) row = finding(sheet, row, texts.summary(), finding);
        for (Report.Section section : report.sections()) {
            for (Finding finding : section.findings()) {
                row = finding(sheet, row, texts.say(section.heading()), finding);
            }
        }
        for (var question : report.quiet()) {
            sheet.value(row, 0, texts.say(question));
            sheet.value(row++, 1, texts.quiet());
        }
        for (Report.Missing missing : report.missing()) {
            sheet.value(row, 0, texts.say(missing.question()));
            sheet.value(row++, 1, texts.missing(missing));
        }
        for (Report.Refusal refusal : report.refused()) {
            sheet.value(row, 0, texts.say(refusal.question()));
            sheet.value(row++, 1, texts.say(refusal.reason()));
        }
        sheet.width(0, 40);
        sheet.width(1, 90);
    }

    private int finding(Worksheet sheet, int row, String heading, Finding finding) {
        sheet.value(row, 0, heading);
        sheet.value(row, 1, texts.say(finding.says()));
        List<String> quotes =
                finding.evidence().quotes().stream().map(Quote::text).toList();
        sheet.value(row, 2, plain(String.join(" / ", quotes)));
        sheet.value(row, 3, finding.evidence().link());
        return row + 1;
    }

    private void sheet(String title, JsonNode list) {
        if (list.isEmpty() || !list.get(0).isObject()) return;
        List<Map<String, JsonNode>> rows = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        for (JsonNode each : list) {
            if (rows.size() == MAX_ROWS) break;
            Map<String, JsonNode> cells = new LinkedHashMap<>();
            flatten("", each, cells);
            columns.addAll(cells.keySet());
            rows.add(cells);
        }
        Worksheet sheet = book.newWorksheet(name(title));
        List<String> shown = columns.stream().limit(MAX_COLUMNS).toList();
        for (int column = 0; column < shown.size(); column++) {
            sheet.value(0, column, shown.get(column));
            sheet.style(0, column).bold().set();
            for (int row = 0; row < rows.size(); row++) {
                value(sheet, row + 1, column, rows.get(row).get(shown.get(column)));
            }
        }
    }

    private static void flatten(String path, JsonNode node, Map<String, JsonNode> cells) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject()) flatten(name, value, cells);
            else if (value.isValueNode()) cells.put(name, value);
            else if (name.endsWith("quotes") && !value.isEmpty())
                cells.put(name, value.get(0).path("text"));
        }
    }

    private static void value(Worksheet sheet, int row, int column, @org.jspecify.annotations.Nullable JsonNode value) {
        if (value == null || value.isNull()) return;
        if (value.isNumber()) sheet.value(row, column, value.numberValue());
        else if (value.isBoolean()) sheet.value(row, column, value.booleanValue());
        else sheet.value(row, column, plain(value.asText()));
    }

    /** XML 1.0 has no place for most control characters; a cell holds 32,767 characters. */
    private static String plain(String text) {
        String shown = text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
        return shown.length() <= 32_000 ? shown : shown.substring(0, 32_000);
    }

    /** Excel wants names of 31 characters at most, each once, without some signs. */
    private String name(String wanted) {
        String clean = wanted.replaceAll("[\\[\\]*?/\\\\:]", " ");
        String name = clean.length() <= MAX_NAME ? clean : clean.substring(0, MAX_NAME);
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            String ending = " " + i;
            name = clean.substring(0, Math.min(clean.length(), MAX_NAME - ending.length())) + ending;
        }
        return name;
    }
}
