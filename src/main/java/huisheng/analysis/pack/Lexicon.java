package huisheng.analysis.pack;

import java.util.List;
import java.util.Map;

/**
 * The words that hold in every trade.
 *
 * @param opinions opinion words that name no aspect
 * @param emoji signs that judge where no word does
 * @param operators per kind: word to weight
 * @param risks words that point at dangers
 * @param plights words that tell of a danger by themselves
 */
public record Lexicon(
        Map<String, Cue> opinions,
        Map<String, Cue> emoji,
        Map<Operator, Map<String, Double>> operators,
        List<SpeechPattern> patterns,
        Map<String, List<RiskCue>> risks,
        Map<String, List<RiskCue>> plights) {
    public Map<String, Double> words(Operator operator) {
        return operators.getOrDefault(operator, Map.of());
    }
}
