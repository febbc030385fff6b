package huisheng.analysis.opinion;

import huisheng.analysis.Clause;
import huisheng.analysis.pack.SpeechPattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Adds what the pack's patterns match to a clause's words. */
final class PatternFinder {
    private final List<SpeechPattern> patterns;
    private final List<Roles> roles = new ArrayList<>();
    /** Numbers of the patterns that a character triggers: a clause is looked through once for all of them. */
    private final @Nullable BitSet[] triggered = new BitSet[Character.MAX_VALUE + 1];

    PatternFinder(List<SpeechPattern> patterns) {
        this.patterns = List.copyOf(patterns);
        for (int p = 0; p < patterns.size(); p++) {
            SpeechPattern pattern = patterns.get(p);
            Roles own = new Roles();
            own.cue = pattern.cue();
            roles.add(own);
            for (char trigger : pattern.triggers().toCharArray()) trigger(trigger, p);
        }
    }

    private void trigger(char character, int pattern) {
        BitSet known = triggered[character];
        BitSet patternsOfIt = known == null ? new BitSet() : known;
        patternsOfIt.set(pattern);
        triggered[character] = patternsOfIt;
    }

    void find(String text, Clause clause, List<Hit> hits) {
        BitSet tried = new BitSet();
        for (int at = clause.start(); at < clause.end(); at++) {
            BitSet here = triggered[text.charAt(at)];
            if (here != null) tried.or(here);
        }
        for (int i = tried.nextSetBit(0); i >= 0; i = tried.nextSetBit(i + 1)) {
            Matcher matcher = patterns.get(i).expression().matcher(text).region(clause.start(), clause.end());
            while (matcher.find()) {
                int group = matcher.groupCount() > 0 ? 1 : 0;
                hits.add(new Hit(matcher.start(group), matcher.end(group), roles.get(i)));
            }
        }
    }
}
