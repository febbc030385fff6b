package huisheng.insight;

import huisheng.index.StanceCounts;
import huisheng.index.Tally;

/** The stances and stars of a set of reviews, to be put together from the cells of a tally. */
record Sums(StanceCounts stances, long rated, long ratingSum, long ratingSquares) {
    static final Sums NONE = new Sums(new StanceCounts(0, 0, 0, 0, 0), 0, 0, 0);

    static Sums of(Tally.Cell cell) {
        return new Sums(cell.stances(), cell.rated(), cell.ratingSum(), cell.ratingSquares());
    }

    /** Over all cells. */
    static Sums of(Tally tally) {
        return tally.cells().stream().map(Sums::of).reduce(NONE, Sums::plus);
    }

    long n() {
        return stances.n();
    }

    Sums plus(Sums other) {
        return new Sums(
                stances.plus(other.stances),
                rated + other.rated,
                ratingSum + other.ratingSum,
                ratingSquares + other.ratingSquares);
    }
}
