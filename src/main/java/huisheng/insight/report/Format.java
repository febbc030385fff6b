package huisheng.insight.report;

import huisheng.json.Json;
import huisheng.review.Labelled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a report can be written as. */
public enum Format implements Labelled {
    HTML("text/html; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    JSON("application/json; charset=utf-8");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] write(Report report, Locale locale) throws IOException {
        return switch (this) {
            case HTML -> HtmlReport.write(report, locale).getBytes(StandardCharsets.UTF_8);
            case JSON -> Json.write(report).getBytes(StandardCharsets.UTF_8);
            case XLSX -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                XlsxReport.write(report, locale, out);
                yield out.toByteArray();
            }
        };
    }
}
