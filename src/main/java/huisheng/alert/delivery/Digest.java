package huisheng.alert.delivery;

import huisheng.insight.ask.Wording;
import huisheng.store.DeliveryClaim;
import huisheng.store.OpenDelivery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Many notices as one, where a group would otherwise be told more than it reads, or than its bot may say. */
final class Digest {
    static final String TYPE = "digest";
    /** Fewer are told one by one. */
    static final int FEWEST = 5;
    /** So that all fit into the narrowest form. */
    private static final int LINE_BYTES = 150;

    private static final Pattern NUMBER = Pattern.compile("/\\d+$");

    private Digest() {}

    /** What of the ripe deliveries is told now: the first alone, or a digest of all that can wait for company. */
    static List<OpenDelivery> choose(DeliveryClaim ripe, TargetKind kind) {
        List<OpenDelivery> all = ripe.deliveries();
        if (all.isEmpty()) return List.of();
        OpenDelivery first = all.getFirst();
        List<OpenDelivery> single = List.of(first);
        if (!kind.folds() || !joins(first)) return single;
        List<OpenDelivery> many = all.stream().filter(Digest::joins).toList();
        return many.size() < FEWEST ? single : many;
    }

    private static boolean joins(OpenDelivery delivery) {
        return !delivery.urgent() && !delivery.alone();
    }

    /** Of a single notice that notice itself. */
    static Notice of(List<Notice> notices) {
        Notice first = notices.getFirst();
        if (notices.size() == 1) return first;
        Notice last = notices.getLast();
        int n = notices.size();
        return new Notice(
                TYPE + ":" + first.key() + ":" + n,
                TYPE,
                null,
                new Wording(n + " 条通知", n + " notices"),
                new Wording(lines(notices, Locale.CHINESE), lines(notices, Locale.ENGLISH)),
                page(notices),
                last.at(),
                Map.of("keys", notices.stream().map(Notice::key).toList()));
    }

    /** The list that all of them stand in; null where they stand in several. */
    private static @Nullable String page(List<Notice> notices) {
        List<String> pages = notices.stream()
                .map(Notice::link)
                .filter(Objects::nonNull)
                .map(link -> NUMBER.matcher(link).replaceFirst(""))
                .distinct()
                .toList();
        return pages.size() == 1 ? pages.getFirst() : null;
    }

    private static String lines(List<Notice> notices, Locale language) {
        return notices.stream()
                .map(notice -> "· " + Utf8.cut(notice.title().in(language), LINE_BYTES))
                .collect(Collectors.joining("\n"));
    }
}
