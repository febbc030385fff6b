package huisheng.learning.evaluation;

import com.google.errorprone.annotations.FormatMethod;
import huisheng.learning.evaluation.Report.Figure;
import huisheng.learning.evaluation.Report.FileScore;
import huisheng.learning.evaluation.Report.Mistake;
import huisheng.learning.evaluation.Report.Table;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report for a terminal. */
final class ReportText {
    private static final int COLUMN = 9;

    private final StringBuilder out = new StringBuilder();

    private ReportText() {}

    static String of(Report report) {
        ReportText text = new ReportText();
        text.line("pipeline %s%s", report.pipeline(), report.bootstrap() == 0 ? "" : ", [95 % interval]");
        report.files().forEach(text::file);
        return text.out.toString();
    }

    private void file(FileScore score) {
        String left = score.leftOut() == 0 ? "" : ", " + score.leftOut() + " left out";
        out.append('\n');
        line("== %s (%s, %d rows%s)", score.file(), score.task(), score.rows(), left);
        score.figures().forEach(this::figure);
        score.tables().forEach(this::table);
        if (!score.errors().isEmpty()) out.append("-- errors, the surest first\n");
        score.errors().forEach(this::error);
    }

    private void figure(Figure figure) {
        String interval = figure.low() == null ? "" : "  [" + number(figure.low()) + " " + number(figure.high()) + "]";
        line("%-32s %8s%s  n=%d", figure.name(), number(figure.value()), interval, figure.n());
    }

    private void table(Table table) {
        if (table.lines().isEmpty()) return;
        line("-- %s", table.title());
        out.append(padded("", 30));
        for (String column : table.columns()) out.append(rightAligned(column, column));
        out.append('\n');
        table.lines().forEach((name, cells) -> {
            out.append(padded(name, 30));
            for (String column : table.columns()) out.append(rightAligned(cell(cells.get(column)), column));
            out.append('\n');
        });
    }

    private void error(Mistake mistake) {
        line("%s (%s) %s", mistake.id(), number(mistake.sureness()), mistake.text());
        line("    gold  %s", mistake.gold());
        line("    guess %s", mistake.guess());
    }

    private static String cell(@Nullable Number value) {
        return value instanceof Integer count ? count.toString() : number(value);
    }

    private static String number(@Nullable Number value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.4f", value.doubleValue());
    }

    private static String rightAligned(String cell, String column) {
        int width = Math.max(COLUMN, width(column)) + 1;
        return " ".repeat(Math.max(1, width - width(cell))) + cell;
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(Math.max(1, width - width(name)));
    }

    /** Terminals give a Chinese character two columns. */
    private static int width(String text) {
        return text.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
    }

    @FormatMethod
    private void line(String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
