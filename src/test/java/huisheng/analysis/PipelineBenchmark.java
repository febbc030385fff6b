package huisheng.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dtest=PipelineBenchmark}: not part of the ordinary tests, because it measures the machine too. */
class PipelineBenchmark {
    private static final String[] CLAUSES = {
        "口感醇厚",
        "包装精美",
        "物流很快",
        "客服态度很好",
        "味道一般",
        "有点上头",
        "价格实惠",
        "瓶盖漏酒了",
        "香气扑鼻",
        "下次还会再买",
        "送给朋友喝的",
        "用了两天就坏了",
        "尺寸偏小",
        "颜色跟图片不一样",
        "快递员送货上门",
        "没有异味",
        "不太满意",
        "性价比高"
    };

    @Test
    void pipeline_againstSegmentation_keepsAFifth() throws IOException {
        PipelineSpeed speed = PipelineSpeed.measure(PipelineFactory.load(Path.of("."), "general"), texts(5_000), 6);
        assertThat(speed.share()).as(speed.toString()).isGreaterThan(0.2);
        assertThat(speed.texts()).isEqualTo(5_000);
    }

    /** About 57 characters each, as the reviews of the platform facts. */
    private static List<String> texts(int n) {
        Random random = new Random(42);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 53)
                text.append(CLAUSES[random.nextInt(CLAUSES.length)]).append(random.nextBoolean() ? '，' : '。');
            texts.add(text.toString());
        }
        return texts;
    }
}
