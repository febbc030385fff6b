package huisheng.insight.report;

import huisheng.insight.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws the course of a period as SVG, which mail programs and printers show without a script: above, the share of
 * negative reviews with its interval; below, how many there were.
 */
final class CourseChart {
    private static final int WIDTH = 800;
    private static final int LEFT = 44;
    private static final int TOP = 20;
    private static final int SHARES = 130;
    private static final int GAP = 34;
    private static final int BARS = 60;
    private static final int HEIGHT = TOP + SHARES + GAP + BARS + 22;
    /** Shares below are drawn on this scale, so that noise does not look like a mountain. */
    private static final double LEAST_SCALE = 0.1;

    private final List<Report.Step> course;
    private final Texts texts;
    private final StringBuilder svg = new StringBuilder();

    private CourseChart(List<Report.Step> course, Texts texts) {
        this.course = course;
        this.texts = texts;
    }

    /** Empty where there are too few steps to draw a line. */
    static String svg(List<Report.Step> course, Texts texts) {
        return course.size() < 2 ? "" : new CourseChart(course, texts).draw();
    }

    private String draw() {
        svg.append("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s, %s\">"
                .formatted(WIDTH, HEIGHT, texts.negative(), texts.volume()));
        double most = scale();
        long tallest =
                course.stream().mapToLong(step -> step.stance().n()).max().orElse(0);
        label(0, TOP - 8, "start", texts.negative());
        label(LEFT - 4, TOP + 8, "end", percent(most));
        label(LEFT - 4, TOP + SHARES, "end", "0%");
        shares(most);
        label(0, TOP + SHARES + GAP - 8, "start", texts.volume());
        label(LEFT - 4, TOP + SHARES + GAP + 8, "end", String.format(Locale.ROOT, "%,d", tallest));
        bars(tallest);
        label(LEFT, HEIGHT - 6, "start", texts.day(course.getFirst().from()));
        label(WIDTH, HEIGHT - 6, "end", texts.day(course.getLast().from()));
        return svg.append("</svg>").toString();
    }

    private double scale() {
        return course.stream()
                .map(step -> step.stance().negativeShare())
                .mapToDouble(share -> share == null ? 0 : share.high())
                .reduce(LEAST_SCALE, Math::max);
    }

    /** A stretch without enough reviews is left open rather than bridged. */
    private void shares(double most) {
        List<Integer> run = new ArrayList<>();
        for (int i = 0; i <= course.size(); i++) {
            if (i < course.size() && course.get(i).stance().negativeShare() != null) {
                run.add(i);
            } else if (!run.isEmpty()) {
                run(run, most);
                run.clear();
            }
        }
    }

    private void run(List<Integer> steps, double most) {
        StringBuilder line = new StringBuilder();
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        for (int step : steps) {
            Share share = course.get(step).stance().negativeShare();
            if (share == null) continue;
            line.append(point(step, share.value(), most));
            upper.append(point(step, share.high(), most));
            lower.insert(0, point(step, share.low(), most));
        }
        svg.append("<polygon fill=\"#d1242f\" fill-opacity=\".15\" points=\"%s%s\"/>".formatted(upper, lower));
        svg.append("<polyline fill=\"none\" stroke=\"#d1242f\" stroke-width=\"2\" points=\"%s\"/>".formatted(line));
    }

    private void bars(long tallest) {
        double wide = (double) (WIDTH - LEFT) / course.size();
        for (int i = 0; i < course.size(); i++) {
            long n = course.get(i).stance().n();
            double high = tallest == 0 ? 0 : (double) BARS * n / tallest;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect fill=\"#8c959f\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s: %,d</title></rect>",
                    LEFT + i * wide + wide * 0.1,
                    TOP + SHARES + GAP + BARS - high,
                    wide * 0.8,
                    high,
                    texts.day(course.get(i).from()),
                    n));
        }
    }

    private String point(int step, double share, double most) {
        double wide = (double) (WIDTH - LEFT) / course.size();
        return String.format(Locale.ROOT, "%.1f,%.1f ", LEFT + (step + 0.5) * wide, TOP + SHARES * (1 - share / most));
    }

    private void label(int x, int y, String anchor, String text) {
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>".formatted(x, y, anchor, text));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", share * 100);
    }
}
