package huisheng.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fills the slots of one review, never twice with the same words where there is a choice. */
final class Phrases {
    private static final int TRIES = 6;
    private final Grammar grammar;
    private final Situation situation;
    private final Dice dice;
    private final Set<String> used = new HashSet<>();

    Phrases(Grammar grammar, Situation situation, Dice dice) {
        this.grammar = grammar;
        this.situation = situation;
        this.dice = dice;
    }

    String fill(String template) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('<'); open >= 0; open = template.indexOf('<', from)) {
            int close = template.indexOf('>', open);
            out.append(template, from, open).append(fill(choose(template.substring(open + 1, close))));
            from = close + 1;
        }
        return out.append(template, from, template.length()).toString();
    }

    private String choose(String slot) {
        List<String> fillers = situation.slot(slot);
        if (!fillers.isEmpty()) return dice.pick(fillers);
        List<String> general = grammar.slots().get(slot);
        if (general == null) throw new IllegalArgumentException("no slot <" + slot + ">");
        String filler = dice.pick(general);
        for (int i = 0; i < TRIES && !used.add(filler); i++) filler = dice.pick(general);
        return filler;
    }
}
