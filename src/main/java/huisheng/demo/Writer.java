package huisheng.demo;

import huisheng.review.Author;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A pseudo customer; the same number and seed are always the same person.
 *
 * @param traditional writes in traditional characters
 * @param habit how this person punctuates
 */
record Writer(
        String user, House.Age age, String gender, String region, int purchases, boolean traditional, Habit habit) {
    enum Habit {
        COMMA,
        SPACE,
        STOPS,
        BANG
    }

    static Writer of(House house, long seed, int number) {
        Dice dice = Dice.of(seed, "writer", number);
        House.Age age = dice.pick(house.ages(), House.Age::weight);
        String gender = dice.chance(age.tokens().contains("young") ? 0.45 : 0.3) ? "female" : "male";
        String region = dice.pick(house.regions(), House.Region::weight).name();
        int purchases = dice.chance(0.5) ? 0 : (int) Math.min(40, -Math.log(1 - dice.unit()) * 5);
        Habit habit = dice.pick(List.of(Habit.COMMA, Habit.COMMA, Habit.STOPS, Habit.SPACE, Habit.BANG));
        String user = String.format(Locale.ROOT, "u-%06d", number);
        return new Writer(user, age, gender, region, purchases, dice.chance(0.015), habit);
    }

    boolean young() {
        return age.tokens().contains("young");
    }

    Set<String> tokens() {
        return age.tokens();
    }

    Author author() {
        String level = purchases == 0 ? "新客" : purchases < 4 ? "银卡" : purchases < 10 ? "金卡" : "黑卡";
        return new Author(user, level, age.band(), gender, purchases);
    }
}
