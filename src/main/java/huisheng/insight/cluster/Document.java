package huisheng.insight.cluster;

import java.util.List;
import java.util.Map;

/**
 * Items of the same words, taken as one.
 *
 * @param text empty for a profile
 * @param words what a label may be made of
 * @param features what it is compared by, with the weight of their kind, in ascending order
 * @param ids ascending
 * @param weight of all of them
 */
record Document(String text, List<String> words, Map<String, Double> features, List<Long> ids, double weight) {
    int copies() {
        return ids.size();
    }
}
