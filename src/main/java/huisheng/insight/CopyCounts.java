package huisheng.insight;

import huisheng.index.Interval;
import huisheng.index.ReviewSnapshot;
import huisheng.index.StanceCounts;
import huisheng.index.Tally;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Narrowing;
import huisheng.review.Dimension;
import huisheng.review.Noise;
import huisheng.review.NoiseType;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Copies of a selection by campaign, and the reviews beside them. */
final class CopyCounts {
    private static final StanceCounts NONE = new StanceCounts(0, 0, 0, 0, 0);
    private static final int HOURLY_DAYS = 40;
    private static final int DAILY_DAYS = 900;
    private static final int WEEKLY_DAYS = 6000;

    final ReviewSnapshot now;
    private final Selection asked;
    private final Period period;
    /** Flagged duplicates, whatever else they are. */
    final Selection copies;

    private final StanceCounts clean;
    private final List<Size> sizes = new ArrayList<>();
    private long ungrouped;

    /** A campaign and its copies in the selection. */
    record Size(String campaign, StanceCounts stances) {
        long n() {
            return stances.n();
        }
    }

    CopyCounts(Asked asked, ReviewSnapshot now) throws IOException {
        this.now = now;
        this.asked = asked.selection();
        this.period = asked.period();
        Selection noisy = this.asked.with(this.asked.filter().with(Noise.INCLUDE));
        this.copies = Narrowing.to(noisy, Dimension.NOISE, NoiseType.DUPLICATE.label());
        this.clean = stances(clean(this.asked));
        for (Tally.Cell cell : now.tally(copies, Tally.By.all(Dimension.COPY)).cells()) {
            if (cell.value(0).isEmpty()) ungrouped += cell.n();
            else sizes.add(new Size(cell.value(0), cell.stances()));
        }
        sizes.sort(Comparator.comparingLong(Size::n).reversed().thenComparing(Size::campaign));
    }

    /** The largest first. */
    List<Size> sizes() {
        return sizes;
    }

    long ungrouped() {
        return ungrouped;
    }

    /** Of the reviews of the selection that are no noise. */
    StanceCounts clean() {
        return clean;
    }

    /** While a campaign ran, of its products, all where it names none. */
    StanceCounts clean(List<String> products, Period while_) throws IOException {
        Selection selection = clean(asked.during(while_));
        if (products.isEmpty()) return stances(selection);
        Tally.Axis axis = new Tally.Axis(Dimension.PRODUCT, products);
        return sum(now.tally(selection, new Tally.By(List.of(axis), null, Tally.By.MAX_CELLS)));
    }

    Copies.Effect effect(StanceCounts without, List<Size> copied) {
        StanceCounts with = copied.stream().map(Size::stances).reduce(without, StanceCounts::plus);
        return new Copies.Effect(stance(without), stance(with));
    }

    /** As fine as the period allows. */
    Interval interval() {
        long days = Duration.between(period.from(), period.until()).toDays();
        if (days <= HOURLY_DAYS) return Interval.HOUR;
        if (days <= DAILY_DAYS) return Interval.DAY;
        return days <= WEEKLY_DAYS ? Interval.WEEK : Interval.MONTH;
    }

    Period period() {
        return period;
    }

    private static Selection clean(Selection selection) {
        return selection.with(selection.filter().with(Noise.EXCLUDE));
    }

    private StanceCounts stances(Selection selection) throws IOException {
        return sum(now.tally(selection, new Tally.By(List.of(), null, 1)));
    }

    private static StanceCounts sum(Tally tally) {
        return tally.cells().stream().map(Tally.Cell::stances).reduce(NONE, StanceCounts::plus);
    }

    private static Stance stance(StanceCounts counts) {
        return Stance.of(counts.positive(), counts.negative(), counts.neutral(), counts.mixed(), counts.unscored());
    }
}
