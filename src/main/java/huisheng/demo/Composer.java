package huisheng.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the text of one review: an opener, one to five clauses that fit the writer and do not contradict, a closer. */
final class Composer {
    private static final Set<String> WHOLE = Set.of("总评", "决定", "对比");
    private static final Set<String> PALATE = Set.of("口感", "辛辣");
    private final Grammar grammar;
    private final Situation situation;
    private final Dice dice;
    private final Phrases phrases;
    private final Script script;
    private final Set<String> tokens;
    private final boolean formal;
    private final List<Grammar.Clauses> fitting;
    private final Set<String> spoken;

    Composer(Grammar grammar, Situation situation, Dice dice, Set<String> avoid) {
        this.grammar = grammar;
        this.situation = situation;
        this.dice = dice;
        this.phrases = new Phrases(grammar, situation, dice);
        this.tokens = situation.tokens();
        this.formal = tokens.contains("survey") || tokens.contains("store");
        this.script = new Script(situation.writer().habit(), formal, dice);
        this.fitting = grammar.clauses().stream().filter(c -> c.fit(tokens)).toList();
        this.spoken = new HashSet<>(avoid);
    }

    String compose(Stance stance) {
        boolean labelled = situation.channel().id().equals("jd") && stance == Stance.POSITIVE && dice.chance(0.15);
        if (labelled) return labelled(stance);
        open(stance);
        switch (stance) {
            case POSITIVE -> positive();
            case NEGATIVE -> negative();
            case MIXED -> mixed();
            case NEUTRAL -> neutral();
        }
        close(stance);
        return finish(stance);
    }

    /** A text around a clause that an event dictates. */
    String around(List<String> clauses, Stance stance, int extra) {
        if (dice.chance(0.4)) open(stance);
        List<String> more = extra == 0 ? List.of() : clauses(stance, dice.between(0, extra));
        boolean first = dice.chance(0.7);
        if (!first) more.forEach(script::add);
        clauses.forEach(c -> script.add(phrases.fill(c)));
        if (first) more.forEach(script::add);
        if (extra > 0) close(stance);
        return finish(stance);
    }

    private void open(Stance stance) {
        if (!dice.chance(situation.followup() ? 0.8 : 0.35)) return;
        List<Grammar.Texts> fitting =
                grammar.frames().openers().stream().filter(t -> t.fit(tokens)).toList();
        if (fitting.isEmpty()) return;
        script.add(phrases.fill(dice.pick(dice.pick(fitting).texts())));
        if (stance != Stance.NEUTRAL && dice.chance(0.08)) tone(stance);
    }

    private void tone(Stance stance) {
        List<String> tones = grammar.frames().tones().get(stance.key());
        if (tones != null && !situation.channel().tokens().contains("survey")) script.add(dice.pick(tones));
    }

    private void positive() {
        List<String> said = clauses(Stance.POSITIVE, count());
        chain(said);
        if (said.size() >= 3 && dice.chance(0.15)) turn(grammar.frames().but(), Stance.NEGATIVE);
        if (dice.chance(0.05)) script.add(clause(Stance.NEUTRAL, "愿望"));
    }

    private void negative() {
        int count = count();
        if (count >= 2 && dice.chance(0.2)) {
            List<String> conceded = clauses(Stance.POSITIVE, 1);
            conceded.forEach(script::add);
            List<String> said = clauses(Stance.NEGATIVE, count);
            script.add(dice.pick(List.of("但是", "但", "可是", "不过", "可")), said.getFirst());
            chain(said.subList(1, said.size()));
        } else {
            chain(clauses(Stance.NEGATIVE, count));
        }
    }

    private void mixed() {
        spoken.add("总评");
        spoken.add("对比");
        int count = count() >= 4 ? 2 : 1;
        Stance first = dice.chance(0.65) ? Stance.POSITIVE : Stance.NEGATIVE;
        List<String> turns = first == Stance.POSITIVE
                ? grammar.frames().but()
                : grammar.frames().yet();
        chain(clauses(first, count));
        List<String> second = clauses(first.opposite(), count);
        script.add(dice.pick(turns), second.getFirst());
        chain(second.subList(1, second.size()));
    }

    private void neutral() {
        if (dice.chance(0.35)) {
            script.add(clause(Stance.NEUTRAL, dice.pick(List.of("总评", "对比"))));
            if (dice.chance(0.4)) script.add(clause(Stance.NEUTRAL, "愿望"));
            return;
        }
        List<String> topics = new ArrayList<>(List.of("愿望", "提问", "未尝"));
        int count = dice.chance(0.45) ? 2 : 1;
        for (int i = 0; i < count; i++) {
            String topic = dice.pick(topics);
            topics.remove(topic);
            script.add(clause(Stance.NEUTRAL, topic));
        }
    }

    private void turn(List<String> connectors, Stance polarity) {
        spoken.addAll(WHOLE);
        List<String> said = clauses(polarity, 1);
        script.add(dice.pick(connectors), said.getFirst());
    }

    private void chain(List<String> said) {
        for (int i = 0; i < said.size(); i++) {
            boolean also = i > 0 && i == said.size() - 1 && said.size() > 1 && dice.chance(0.25);
            if (also) script.add(dice.pick(grammar.frames().also()), said.get(i));
            else script.add(said.get(i));
        }
    }

    private int count() {
        List<Integer> range = situation.channel().clauses();
        return dice.between(range.getFirst(), range.getLast());
    }

    private List<String> clauses(Stance polarity, int count) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> topics = topics(polarity);
            if (topics.isEmpty()) break;
            said.add(clause(polarity, dice.pick(topics, this::weight)));
        }
        return said;
    }

    private List<String> topics(Stance polarity) {
        Set<String> topics = new LinkedHashSet<>();
        for (Grammar.Clauses each : fitting) {
            if (each.polarity() == polarity && !spoken.contains(each.topic())) topics.add(each.topic());
        }
        topics.remove("决定");
        return List.copyOf(topics);
    }

    private double weight(String topic) {
        return grammar.frames().weights().getOrDefault(topic, 1.0);
    }

    private String clause(Stance polarity, String topic) {
        spoken.add(topic);
        if (PALATE.contains(topic)) spoken.addAll(PALATE);
        List<String> templates = new ArrayList<>();
        for (Grammar.Clauses each : fitting) {
            if (each.polarity() == polarity && each.topic().equals(topic)) templates.addAll(each.clauses());
        }
        String said = phrases.fill(dice.pick(templates));
        return asks(topic, said) ? said + "？" : said;
    }

    private static boolean asks(String topic, String said) {
        return topic.equals("提问") || (topic.equals("愿望") && (said.contains("能不能") || said.startsWith("什么时候")));
    }

    private void close(Stance stance) {
        boolean decided = stance == Stance.POSITIVE || stance == Stance.NEGATIVE;
        boolean decides = decided && !spoken.contains("决定");
        if (decides && dice.chance(0.28)) {
            script.add(clause(stance, "决定"));
        } else if (dice.chance(0.25)) {
            List<Grammar.Texts> closers = grammar.frames().closers().getOrDefault(stance.key(), List.of()).stream()
                    .filter(t -> t.fit(tokens))
                    .toList();
            if (!closers.isEmpty())
                script.add(phrases.fill(dice.pick(dice.pick(closers).texts())));
        }
    }

    private String labelled(Stance stance) {
        StringBuilder out = new StringBuilder();
        List<String> topics = new ArrayList<>(topics(stance));
        topics.retainAll(grammar.frames().labels().keySet());
        String between = dice.pick(List.of("\n", "；", " "));
        int count = Math.min(topics.size(), dice.between(2, 4));
        for (int i = 0; i < count; i++) {
            String topic = dice.pick(topics);
            topics.remove(topic);
            if (i > 0) out.append(between);
            out.append(grammar.frames().labels().get(topic)).append("：").append(clause(stance, topic));
        }
        script.add(out.toString());
        return finish(stance);
    }

    private String finish(Stance stance) {
        if (dice.chance(situation.channel().id().equals("store-box") ? 0.03 : 0.0028)) {
            script.add(phrases.fill(dice.pick(grammar.frames().pii())));
        }
        String text = script.join();
        double emoji = situation.channel().tokens().contains("social") ? 0.35 : 0.08;
        if (!formal && dice.chance(situation.writer().young() ? emoji * 1.5 : emoji)) {
            String sign = dice.pick(grammar.frames().emoji().getOrDefault(stance.key(), List.of("🙂")));
            text += sign.repeat(dice.chance(0.25) ? dice.between(2, 3) : 1);
        }
        return situation.writer().traditional() ? grammar.traditional().write(text) : text;
    }
}
