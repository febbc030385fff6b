package huisheng.analysis;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import huisheng.review.Analysis;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * Measures the whole pipeline against bare HanLP Viterbi segmentation on the same texts, in turns on one thread, in
 * processor time of that thread, so that other work on the machine does not count.
 *
 * @param pipeline texts a second of processor time; {@code segmentation} likewise
 */
public record PipelineSpeed(int texts, double pipeline, double segmentation) {
    /** Blocks for about {@code rounds} passes over the texts with either. */
    public static PipelineSpeed measure(Pipeline pipeline, List<String> texts, int rounds) {
        Segment segment = new ViterbiSegment()
                .enableNameRecognize(false)
                .enablePlaceRecognize(false)
                .enableOrganizationRecognize(false)
                .enableTranslatedNameRecognize(false)
                .enableCustomDictionary(false);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long read = 0;
        long segmented = 0;
        long kept = 0;
        List<AnalysisRequest> requests = texts.stream().map(AnalysisRequest::of).toList();
        for (int round = -1; round < rounds; round++) {
            long start = threads.getCurrentThreadCpuTime();
            for (String text : texts) kept += segment.seg(text).size();
            long middle = threads.getCurrentThreadCpuTime();
            for (Analysis analysis : pipeline.analyse(requests))
                kept += analysis.keywords().size();
            // the first round only warms up
            if (round < 0) continue;
            segmented += middle - start;
            read += threads.getCurrentThreadCpuTime() - middle;
        }
        if (kept < 0) throw new IllegalStateException("keeps the compiler from dropping the work");
        double passes = (double) texts.size() * rounds * 1e9;
        return new PipelineSpeed(texts.size(), passes / read, passes / segmented);
    }

    /** 1 would be as fast as segmentation alone. */
    public double share() {
        return pipeline / segmentation;
    }
}
