package huisheng.analysis.opinion;

import huisheng.analysis.Clause;
import huisheng.analysis.pack.SpeechPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Adds what the pack's patterns match to a clause's words. */
final class PatternFinder {
    private final List<SpeechPattern> patterns;
    private final List<Roles> roles = new ArrayList<>();

    PatternFinder(List<SpeechPattern> patterns) {
        this.patterns = List.copyOf(patterns);
        for (SpeechPattern pattern : patterns) {
            Roles own = new Roles();
            own.cue = pattern.cue();
            roles.add(own);
        }
    }

    void find(String text, Clause clause, List<Hit> hits) {
        for (int i = 0; i < patterns.size(); i++) {
            SpeechPattern pattern = patterns.get(i);
            if (!pattern.mayMatch(text, clause.start(), clause.end())) {
                continue;
            }
            Matcher matcher = pattern.expression().matcher(text).region(clause.start(), clause.end());
            while (matcher.find()) {
                int group = matcher.groupCount() > 0 ? 1 : 0;
                hits.add(new Hit(matcher.start(group), matcher.end(group), roles.get(i)));
            }
        }
    }
}
