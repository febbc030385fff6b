package huisheng.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Seeded chance. Each review throws its own, so that a change to one leaves the others as they were. One thread. */
final class Dice {
    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    static Dice of(long seed, String purpose, long number) {
        long mixed = seed * 0x9E3779B97F4A7C15L + purpose.hashCode() * 0xC2B2AE3D27D4EB4FL + number;
        return new Dice(new SplittableRandom(mixed));
    }

    double unit() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Both ends may come up. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    <T> T pick(List<T> from, ToDoubleFunction<? super T> weight) {
        double total = 0;
        for (T each : from) total += weight.applyAsDouble(each);
        double left = unit() * total;
        for (T each : from) {
            left -= weight.applyAsDouble(each);
            if (left < 0) return each;
        }
        return from.getLast();
    }
}
