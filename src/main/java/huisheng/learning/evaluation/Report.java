package huisheng.learning.evaluation;

import huisheng.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores per file. Which files they were is part of the figure.
 *
 * @param pipeline version of what was measured
 * @param bootstrap how often rows were drawn again for the intervals, with {@code seed}
 */
public record Report(String pipeline, int bootstrap, long seed, List<FileScore> files) {
    /**
     * @param task what the rows were recognised to be labelled for
     * @param rows scored ones; {@code leftOut} carry no such label
     * @param errors the surest first, as many as asked for
     */
    public record FileScore(
            String file,
            String task,
            int rows,
            int leftOut,
            List<Figure> figures,
            List<Table> tables,
            List<Mistake> errors) {
        public FileScore {
            figures = List.copyOf(figures);
            tables = List.copyOf(tables);
            errors = List.copyOf(errors);
        }

        /** @throws IllegalArgumentException where the task has no such figure */
        public Figure figure(String name) {
            return figures.stream()
                    .filter(figure -> figure.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(file + " has no figure '" + name + "'"));
        }
    }

    /**
     * @param n rows that the figure is about
     * @param value null where nothing was there to be right or wrong about
     * @param low lower end of the 95 % interval; null where it was not asked for
     */
    public record Figure(
            String name,
            int n,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high) {}

    /** @param lines name → column → number, in order; a figure that has no meaning there is missing */
    public record Table(String title, List<String> columns, Map<String, Map<String, Number>> lines) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /** A row whose guess differs. The text is masked; {@code gold} and {@code guess} name only what differs. */
    public record Mistake(String id, String text, String gold, String guess, double sureness) {}

    public Report {
        files = List.copyOf(files);
    }

    public String json() {
        return Json.write(this);
    }

    public String text() {
        return ReportText.of(this);
    }
}
