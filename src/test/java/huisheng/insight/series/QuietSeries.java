package huisheng.insight.series;

import static huisheng.insight.series.Synthetic.longs;
import static huisheng.insight.series.Synthetic.week;

/** Families of series in which nothing happens. */
enum QuietSeries {
    LEVEL {
        @Override
        Series make(Synthetic maker, int size) {
            return maker.means(size, 0.08, i -> 0.2);
        }
    },
    VARYING_N {
        @Override
        Series make(Synthetic maker, int size) {
            long[] n = longs(size, i -> 1 + maker.poisson(20 * Math.exp(maker.normal())));
            double[] means = new double[size];
            for (int i = 0; i < size; i++) {
                means[i] = Math.clamp(0.2 + 0.8 * maker.normal() / Math.sqrt((double) n[i]), -1, 1);
            }
            return Series.means(means, n, -1, 1, 7);
        }
    },
    AUTOREGRESSION {
        @Override
        Series make(Synthetic maker, int size) {
            return maker.autoregressive(size, 0.3);
        }
    },
    WEEK {
        @Override
        Series make(Synthetic maker, int size) {
            return maker.means(size, 0.05, i -> 0.2 + 0.5 * (week(i) - 1));
        }
    },
    TREND_AND_WEEK {
        @Override
        Series make(Synthetic maker, int size) {
            return maker.means(size, 0.05, i -> -0.2 + 0.4 * i / size + 0.5 * (week(i) - 1));
        }
    },
    MULTIPLICATIVE_COUNTS {
        @Override
        Series make(Synthetic maker, int size) {
            return maker.overdispersed(size, 4, i -> 100 * week(i));
        }
    },
    RARE_COUNTS {
        @Override
        Series make(Synthetic maker, int size) {
            return maker.poissons(size, i -> 0.3);
        }
    },
    INTERMITTENT_COUNTS {
        @Override
        Series make(Synthetic maker, int size) {
            return Series.counts(longs(size, i -> maker.chance(0.3) ? 1 + maker.poisson(2) : 0), 7);
        }
    },
    RARE_SHARE {
        @Override
        Series make(Synthetic maker, int size) {
            return maker.shares(maker.volume(size), i -> 0.03);
        }
    },
    OVERDISPERSED_SHARE {
        @Override
        Series make(Synthetic maker, int size) {
            return maker.shares(maker.volume(size), i -> Math.clamp(0.8 + 0.05 * maker.normal(), 0, 1));
        }
    },
    SHARE_OF_FEW {
        @Override
        Series make(Synthetic maker, int size) {
            return maker.shares(longs(size, i -> maker.poisson(3)), i -> 0.3);
        }
    };

    abstract Series make(Synthetic maker, int size);
}
