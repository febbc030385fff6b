package huisheng.insight.report;

import huisheng.index.Stop;
import huisheng.review.Filter;
import huisheng.review.Period;
import huisheng.review.Scope;
import huisheng.review.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Keeps the reports that are due in a folder, each in both languages as page and workbook: {@code 2026-W48.zh.html}. What
 * is there is not written again, so that it may be asked at any time, after a stop too. Blocks; one thread at a time.
 */
public final class ReportFolder {
    private static final List<Locale> LOCALES = List.of(Locale.CHINESE, Locale.ENGLISH);
    private static final List<Format> FORMATS = List.of(Format.HTML, Format.XLSX);
    /** Older files go: two years of weeks. */
    private static final int MOST_FILES = 104 * LOCALES.size() * FORMATS.size();

    private final ReportMaker maker;
    private final Path folder;
    private final Every every;

    public ReportFolder(ReportMaker maker, Path folder, Every every) {
        this.maker = maker;
        this.folder = folder;
        this.every = every;
    }

    /**
     * Writes what is missing of the period that ended last.
     *
     * @return how many files were written
     */
    public int writeDue(Instant now, Stop stop) throws IOException {
        Period period = every.last(now);
        String name = every.name(period);
        List<Path> missing = FORMATS.stream()
                .flatMap(format -> LOCALES.stream().map(locale -> file(name, locale, format)))
                .filter(Files::notExists)
                .toList();
        if (missing.isEmpty()) return 0;
        Files.createDirectories(folder);
        Report report = maker.make(new Selection(Scope.ALL, Filter.NONE), period, stop);
        for (Format format : FORMATS) {
            for (Locale locale : LOCALES) write(report, locale, format, file(name, locale, format));
        }
        prune();
        return missing.size();
    }

    private Path file(String name, Locale locale, Format format) {
        return folder.resolve(name + "." + locale.getLanguage() + "." + format.label());
    }

    private static void write(Report report, Locale locale, Format format, Path file) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(half, format.write(report, locale));
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void prune() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newestFirst =
                    files.sorted(java.util.Comparator.reverseOrder()).toList();
            for (Path old : newestFirst.stream().skip(MOST_FILES).toList()) Files.deleteIfExists(old);
        }
    }
}
