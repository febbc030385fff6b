package huisheng.channel.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook; its first row names the columns. */
final class XlsxRows implements Rows {
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final TableHeader header;
    private long number;

    private XlsxRows(ReadableWorkbook workbook, Stream<Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.header = new TableHeader(rows.hasNext() ? cells(rows.next()) : List.of());
    }

    /** @throws IOException also where the file is no workbook */
    static XlsxRows open(Path path) throws IOException {
        try {
            return open(path, true);
        } catch (ExcelReaderException e) {
            // some exporters write no styles; then no number is known to be a date
            return openPlain(path);
        }
    }

    private static XlsxRows openPlain(Path path) throws IOException {
        try {
            return open(path, false);
        } catch (ExcelReaderException e) {
            throw new IOException("the workbook cannot be read: " + e.getMessage(), e);
        }
    }

    private static XlsxRows open(Path path, boolean formats) throws IOException {
        ReadableWorkbook workbook = new ReadableWorkbook(path.toFile(), new ReadingOptions(formats, false));
        try {
            return new XlsxRows(workbook, workbook.getFirstSheet().openStream());
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    public @Nullable ReviewRow next() {
        while (rows.hasNext()) {
            List<String> cells = cells(rows.next());
            if (!cells.stream().allMatch(String::isEmpty)) return ReviewRow.of(++number, header.row(cells));
        }
        return null;
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) cells.add(text(row.getCell(i)));
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) return "";
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell)
                    ? cell.asDate().toString()
                    : cell.asNumber().stripTrailingZeros().toPlainString();
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    /** Excel keeps dates as numbers; only their format tells. */
    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) return false;
        String signs = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]", "");
        return signs.contains("yy") || signs.contains("d") || signs.contains("h:");
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
