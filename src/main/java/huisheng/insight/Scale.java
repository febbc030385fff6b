package huisheng.insight;

/** What a set of reviews is judged by. */
enum Scale {
    POSITIVE(1, "正面率", "positive rate"),
    NEGATIVE(-1, "负面率", "negative rate"),
    NET(1, "净情感", "net sentiment"),
    RATING(1, "平均星级", "mean rating");

    /** 1 where more is better, -1 where less is. */
    final int better;

    final String zh;
    final String en;

    Scale(int better, String zh, String en) {
        this.better = better;
        this.zh = zh;
        this.en = en;
    }

    Measured of(Sums sums) {
        long scored = sums.stances().scored();
        return switch (this) {
            case POSITIVE -> new Measured.Rate(sums.stances().positive(), scored);
            case NEGATIVE -> new Measured.Rate(sums.stances().negative(), scored);
            case NET ->
                new Measured.Balance(sums.stances().positive(), sums.stances().negative(), scored);
            case RATING -> new Measured.Stars(sums.rated(), sums.ratingSum(), sums.ratingSquares());
        };
    }
}
