package huisheng.insight.report;

import huisheng.index.Quote;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Wording;
import java.util.Locale;

/** Writes a report as one page that needs nothing else: it can be mailed or printed. */
public final class HtmlReport {
    private static final String STYLE = """
            body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;\
            color:#1f2328}
            h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:1px solid #d0d7de}
            .days{color:#59636e}li{margin:.6rem 0}blockquote{margin:.2rem 0 .2rem 1rem;color:#59636e;font-size:.9rem}
            mark{background:#fff3bf;color:inherit}a{color:#0b57d0}small,.receipt{color:#6e7781;font-size:.75rem;\
            overflow-wrap:anywhere}
            svg{width:100%;height:auto}svg text{font-size:11px;fill:#59636e}
            """;
    private static final int QUOTES = 2;

    private final Texts texts;
    private final StringBuilder out = new StringBuilder();

    private HtmlReport(Texts texts) {
        this.texts = texts;
    }

    public static String write(Report report, Locale locale) {
        HtmlReport page = new HtmlReport(new Texts(locale));
        page.page(report);
        return page.out.toString();
    }

    private void page(Report report) {
        out.append("<!doctype html><html lang=\"").append(texts.say("zh-CN", "en"));
        out.append("\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
        text(texts.title() + " " + texts.days(report.period()));
        out.append("</title><style>").append(STYLE).append("</style><h1>");
        text(texts.title());
        out.append("</h1><div class=\"days\">");
        text(texts.days(report.period()));
        out.append("</div>");
        heading(texts.summary());
        out.append(CourseChart.svg(report.course(), texts));
        list(report.summary());
        for (Report.Section section : report.sections()) section(section);
        if (!report.quiet().isEmpty()) {
            heading(texts.quiet());
            out.append("<ul>");
            for (Wording question : report.quiet()) item(texts.say(question));
            out.append("</ul>");
        }
        if (!report.missing().isEmpty()) {
            heading(texts.missing());
            out.append("<ul>");
            for (Report.Missing missing : report.missing()) item(texts.missing(missing));
            out.append("</ul>");
        }
        if (!report.refused().isEmpty()) {
            heading(texts.refused());
            out.append("<ul>");
            for (Report.Refusal refusal : report.refused()) {
                item(texts.say(refusal.question()) + " " + texts.say(refusal.reason()));
            }
            out.append("</ul>");
        }
        out.append("</html>\n");
    }

    private void section(Report.Section section) {
        heading(texts.say(section.heading()));
        list(section.findings());
        out.append("<div class=\"receipt\">");
        text(texts.receipt() + " " + section.insight().receipt().hash());
        out.append("</div>");
    }

    private void heading(String heading) {
        out.append("<h2>");
        text(heading);
        out.append("</h2>");
    }

    private void item(String item) {
        out.append("<li>");
        text(item);
        out.append("</li>");
    }

    private void list(Iterable<Finding> findings) {
        out.append("<ul>");
        for (Finding finding : findings) {
            out.append("<li>");
            text(texts.say(finding.says()));
            evidence(finding.evidence());
            out.append("</li>");
        }
        out.append("</ul>");
    }

    private void evidence(Evidence evidence) {
        out.append(" <a href=\"");
        text(evidence.link());
        out.append("\">");
        text(texts.all());
        out.append("</a>");
        for (Quote quote : evidence.quotes().stream().limit(QUOTES).toList()) {
            out.append("<blockquote>");
            text(quote.text());
            out.append(" <small>#").append(quote.id()).append("</small></blockquote>");
        }
    }

    /** What customers wrote must not become markup. */
    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
