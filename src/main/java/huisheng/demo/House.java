package huisheng.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The invented market of {@code house.yaml}: who sells what, where people write, who they are, and when they buy. */
record House(
        int days,
        List<Brand> brands,
        List<Product> products,
        List<Channel> channels,
        List<Region> regions,
        List<Age> ages,
        List<Double> week,
        List<Festival> festivals) {
    record Brand(String name, boolean own) {}

    record Product(
            String sku,
            String brand,
            String name,
            List<String> aliases,
            Set<String> tokens,
            String aroma,
            String strength,
            Map<String, List<String>> slots,
            double weight,
            double young) {
        double weightFor(Writer writer) {
            return writer.young() ? young : weight;
        }
    }

    /**
     * @param clauses least and most clauses a review
     * @param stance weights of positive, negative, mixed and neutral
     */
    record Channel(
            String id,
            String prefix,
            String store,
            Set<String> tokens,
            double weight,
            double young,
            boolean rated,
            List<Integer> clauses,
            List<Double> stance) {
        double weightFor(Writer writer) {
            return writer.young() ? young : weight;
        }

        Stance stance(Dice dice) {
            List<Stance> order = List.of(Stance.POSITIVE, Stance.NEGATIVE, Stance.MIXED, Stance.NEUTRAL);
            return dice.pick(order, s -> stance.get(order.indexOf(s)));
        }
    }

    record Region(String name, double weight) {}

    record Age(String band, Set<String> tokens, double weight) {}

    /** @param from month-day, both ends inclusive */
    record Festival(String name, @JsonProperty("from") String from, String until, double factor) {
        boolean holds(LocalDate day) {
            MonthDay monthDay = MonthDay.from(day);
            return !monthDay.isBefore(MonthDay.parse("--" + from)) && !monthDay.isAfter(MonthDay.parse("--" + until));
        }
    }

    static House read(Path corpus) {
        return Yaml.read(corpus.resolve("house.yaml"), House.class);
    }

    /** How busy a day is, 1 being an ordinary one. */
    double busyness(LocalDate day) {
        double busy = week.get(day.getDayOfWeek().getValue() - 1);
        for (Festival festival : festivals) {
            if (festival.holds(day)) busy *= festival.factor();
        }
        return busy;
    }
}
