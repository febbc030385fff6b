package huisheng.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.index.ReviewIndex;
import huisheng.index.Sample;
import huisheng.index.Stop;
import huisheng.insight.Asking;
import huisheng.insight.Insights;
import huisheng.review.Period;
import huisheng.review.SentimentLabel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    /** 2026-03-01 was a Sunday, so the first whole week of the samples begins on day 1. */
    private static final Period WEEK = Asking.days(8, 15);

    /** Two weeks; in the second, people complain of leaks. */
    private static List<Sample> weeks() {
        Random random = new Random(5);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            int day = 1 + random.nextInt(14);
            boolean leak = day >= 8 && i % 4 == 0;
            samples.add(Sample.review(i)
                    .at(Asking.days(day, day + 1).from().plusSeconds(random.nextInt(86_400)))
                    .text(leak ? "<b>瓶口</b>漏酒 & 太差" : "味道好")
                    .keywords(leak ? "漏酒" : "味道")
                    .sentiment(leak ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE));
        }
        return samples;
    }

    private static Report report(Asking asking) throws IOException {
        return maker(asking.index()).make(Asking.all(WEEK), WEEK, Stop.NEVER);
    }

    private static ReportMaker maker(ReviewIndex index) {
        return new ReportMaker(new Insights(index, aspect -> aspect, Clock.systemUTC()), index);
    }

    @Test
    void report_saysWhatChangedAndShowsIt() throws IOException {
        try (Asking asking = Asking.of(weeks())) {
            Report report = report(asking);
            assertThat(report.summary().getFirst().says().zh()).matches("本期评论 \\d+ 条，上期 \\d+ 条");
            assertThat(report.summary().get(1).says().en())
                    .contains("are negative")
                    .contains("beyond chance");
            assertThat(report.sections())
                    .filteredOn(section -> section.name().equals("rising-words"))
                    .singleElement()
                    .satisfies(section -> assertThat(section.insight()
                                    .findings()
                                    .getFirst()
                                    .says()
                                    .zh())
                            .startsWith("“漏酒”说得更多"));
        }
    }

    @Test
    void html_isOnePageInEitherLanguage_andWhatCustomersWroteIsNoMarkup() throws IOException {
        try (Asking asking = Asking.of(weeks())) {
            String chinese = HtmlReport.write(report(asking), Locale.CHINESE);
            assertThat(chinese)
                    .contains("<html lang=\"zh-CN\">", "消费者之声报告", "2026-03-09 – 2026-03-15", "“漏酒”说得更多")
                    .contains("&lt;b&gt;瓶口&lt;/b&gt;漏酒 &amp; 太差", "href=\"/api/v1/reviews?from=")
                    .doesNotContain("<b>瓶口", "<script");
            assertThat(HtmlReport.write(report(asking), Locale.ENGLISH))
                    .contains("<html lang=\"en\">", "Voice of customer report", "&quot;漏酒&quot; is said more");
        }
    }

    @Test
    void course_isDrawnDayByDay() throws IOException {
        try (Asking asking = Asking.of(weeks())) {
            Report report = report(asking);
            assertThat(report.course()).hasSize(7);
            assertThat(report.course().stream().mapToLong(step -> step.stance().n()))
                    .allMatch(n -> n > 0);
            assertThat(report.course().stream()
                            .mapToLong(step -> step.stance().n())
                            .sum())
                    .isEqualTo(report.stance().n());
            String page = HtmlReport.write(report, Locale.CHINESE);
            assertThat(page.split("<rect ", -1)).hasSize(8);
            assertThat(page).contains("<polyline ", "<title>2026-03-09: ");
        }
    }

    @Test
    void workbook_hasTheFindingsAndTheirTables() throws IOException {
        try (Asking asking = Asking.of(weeks())) {
            byte[] bytes = Format.XLSX.write(report(asking), Locale.CHINESE);
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
                List<Sheet> sheets = book.getSheets().toList();
                assertThat(sheets).extracting(Sheet::getName).contains("概要", "rising-words rising");
                try (Stream<Row> rows = sheets.getFirst().openStream()) {
                    assertThat(rows.map(row -> row.getCellText(1))).anyMatch(text -> text.startsWith("“漏酒”说得更多"));
                }
                Sheet words = book.findSheet("rising-words rising").orElseThrow();
                List<Row> rows = words.read();
                assertThat(rows.getFirst().getCellText(0)).isEqualTo("word");
                assertThat(rows.get(1).getCellText(0)).isEqualTo("漏酒");
            }
        }
    }

    @Test
    void nothingAtAll_isSaid() throws IOException {
        try (Asking asking = Asking.of(List.of())) {
            Report report = report(asking);
            assertThat(report.sections()).isEmpty();
            assertThat(report.missing())
                    .extracting(missing -> missing.question().en())
                    .contains(new huisheng.insight.RisingWords().asks().en());
            assertThat(report.quiet())
                    .extracting(question -> question.en())
                    .doesNotContain(new huisheng.insight.RisingWords().asks().en());
            assertThat(report.summary()).hasSize(1);
            for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                for (Format format : Format.values())
                    assertThat(format.write(report, locale)).isNotEmpty();
            }
        }
    }

    @Test
    void lastWeekAndMonth_areWholeOnes() {
        Instant now = Instant.parse("2026-03-18T04:00:00Z");
        assertThat(Every.WEEK.last(now)).isEqualTo(WEEK);
        assertThat(Every.WEEK.name(WEEK)).isEqualTo("2026-W11");
        Period month = Every.MONTH.last(now);
        assertThat(month.from()).isEqualTo("2026-01-31T16:00:00Z");
        assertThat(month.until()).isEqualTo("2026-02-28T16:00:00Z");
        assertThat(Every.MONTH.name(month)).isEqualTo("2026-02");
        assertThat(Every.WEEK.last(WEEK.until())).isEqualTo(WEEK);
    }

    @Test
    void folder_getsEachReportOnce(@TempDir Path folder) throws IOException {
        Instant now = WEEK.until().plusSeconds(3600);
        try (Asking asking = Asking.of(weeks())) {
            ReportFolder reports = new ReportFolder(maker(asking.index()), folder.resolve("reports"), Every.WEEK);
            assertThat(reports.writeDue(now, Stop.NEVER)).isEqualTo(4);
            assertThat(reports.writeDue(now, Stop.NEVER)).isZero();
            Files.delete(folder.resolve("reports/2026-W11.en.html"));
            assertThat(reports.writeDue(now, Stop.NEVER)).isEqualTo(1);
            try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder(
                                "2026-W11.zh.html", "2026-W11.en.html", "2026-W11.zh.xlsx", "2026-W11.en.xlsx");
            }
        }
    }
}
