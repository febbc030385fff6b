package huisheng.demo;

import java.util.ArrayList;
import java.util.List;

/** The pieces of one review in order, and how its writer joins them. */
final class Script {
    private final List<String> pieces = new ArrayList<>();
    private final Writer.Habit habit;
    private final boolean formal;
    private final Dice dice;

    /** @param formal no spaces for commas and no shouting, as people fill in a form */
    Script(Writer.Habit habit, boolean formal, Dice dice) {
        this.habit = formal && habit != Writer.Habit.STOPS ? Writer.Habit.COMMA : habit;
        this.formal = formal;
        this.dice = dice;
    }

    void add(String piece) {
        if (!piece.isEmpty()) pieces.add(piece);
    }

    /** Adds the piece after a word that turns or continues the talk. */
    void add(String connector, String piece) {
        add(connector.length() > 3 ? connector + "，" + piece : connector + piece);
    }

    String join() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            out.append(pieces.get(i));
            if (i + 1 < pieces.size()) out.append(separator(pieces.get(i)));
        }
        String text = out.toString();
        return (habit == Writer.Habit.SPACE ? text.replace('，', ' ') : text) + end(text);
    }

    private String separator(String piece) {
        if (closed(piece)) return "";
        return switch (habit) {
            case COMMA -> dice.chance(0.8) ? "，" : "。";
            case SPACE -> " ";
            case STOPS -> dice.chance(0.6) ? "。" : "，";
            case BANG -> dice.chance(0.5) ? "！" : "，";
        };
    }

    private String end(String text) {
        if (closed(text)) return "";
        return switch (habit) {
            case COMMA -> dice.pick(List.of("。", "", "。", "～"));
            case SPACE -> "";
            case STOPS -> formal ? "。" : dice.pick(List.of("。", "。", "。。。", "……"));
            case BANG -> dice.pick(List.of("！", "！！", "！！！"));
        };
    }

    private static boolean closed(String text) {
        return text.isEmpty() || "？！。～ \n".indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
