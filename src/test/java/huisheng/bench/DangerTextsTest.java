package huisheng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.review.Risk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DangerTextsTest {
    private static final int ALL = 7 * 11 * 4 * 9;

    private static List<String> texts(int until) {
        return IntStream.range(0, until).mapToObj(DangerTexts::of).toList();
    }

    @Test
    void texts_asManyAsThereAre_noneTwice() {
        assertThat(texts(ALL)).doesNotHaveDuplicates();
    }

    /** Or nobody would be told, and the bench would wait for it in vain. */
    @Test
    void texts_ofOneRun_areAllOfTheFirstSeverity() throws IOException {
        Pipeline pipeline = PipelineFactory.load(Path.of("."), "baijiu");
        assertThat(texts(AlertLatency.DANGERS + 100))
                .allSatisfy(text -> assertThat(
                                pipeline.analyse(AnalysisRequest.of(text)).risks())
                        .extracting(Risk::severity)
                        .contains(1));
    }
}
