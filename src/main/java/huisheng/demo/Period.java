package huisheng.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** The days of a corpus and how the reviews spread over them. */
final class Period {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<Integer> HOURS =
            List.of(2, 1, 1, 1, 1, 1, 2, 4, 6, 8, 9, 9, 10, 9, 7, 7, 7, 8, 10, 12, 14, 14, 11, 6);
    private static final List<Integer> CLOCK =
            java.util.stream.IntStream.range(0, 24).boxed().toList();
    private final LocalDate first;
    private final double[] until;

    Period(House house, LocalDate last) {
        first = last.minusDays(house.days() - 1L);
        until = new double[house.days()];
        double sum = 0;
        for (int day = 0; day < until.length; day++) until[day] = sum += house.busyness(first.plusDays(day));
    }

    int days() {
        return until.length;
    }

    int day(Dice dice) {
        int found = Arrays.binarySearch(until, dice.unit() * until[until.length - 1]);
        return Math.min(until.length - 1, found < 0 ? -found - 1 : found + 1);
    }

    Instant time(int day, Dice dice) {
        int hour = dice.pick(CLOCK, HOURS::get);
        return first.plusDays(day)
                .atTime(hour, dice.between(0, 59), dice.between(0, 59))
                .atZone(ZONE)
                .toInstant();
    }
}
