package huisheng.demo;

import java.nio.file.Path;
import java.time.LocalDate;

/** The corpora the tests read, made once. */
final class Corpora {
    static final Path FOLDER = Path.of("corpora/demo");
    static final LocalDate LAST = LocalDate.of(2026, 11, 23);
    static final DemoCorpus DEMO = DemoCorpus.write(FOLDER, DemoCorpus.SEED, DemoCorpus.REVIEWS, LAST, true);
    static final DemoCorpus CONTROL = DemoCorpus.write(FOLDER, DemoCorpus.SEED, DemoCorpus.REVIEWS, LAST, false);

    private Corpora() {}
}
