package huisheng.http;

import huisheng.index.Stop;
import huisheng.insight.report.Format;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.util.Locale;

/**
 * A report wanted.
 *
 * @param stop true once nobody waits for it
 */
public record ReportQuestion(Selection selection, Period period, Format format, Locale locale, Stop stop) {}
