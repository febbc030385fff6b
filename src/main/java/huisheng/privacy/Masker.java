package huisheng.privacy;

import java.util.List;

/**
 * Replaces phones, orders, addresses, WeChat accounts, mail addresses and identity cards by stars. Stateless and safe from
 * any thread. Time grows linearly with the text: the finders look a bounded number of characters around.
 */
public final class Masker {
    /** Bounds the passes over hostile texts; texts that people write need two. */
    private static final int PASSES = 32;

    /** Earlier finders are surer of what they find, so what they took is not taken again. */
    private final List<Finder> finders = List.of(
            new EmailFinder(),
            new IdCardFinder(),
            new OrderFinder(),
            new PhoneFinder(),
            new WeChatFinder(),
            new AddressFinder());

    public Masked mask(String text) {
        Spans all = new Spans();
        String masked = text;
        for (int pass = 0; pass < PASSES; pass++) {
            Spans found = find(masked);
            if (found.isEmpty()) break;
            // stars can bare a number that touched another one, hence the next pass
            masked = found.maskIn(masked);
            all.addAll(found);
        }
        return new Masked(masked, all.sorted());
    }

    private Spans find(String text) {
        String folded = Folding.fold(text);
        Spans spans = new Spans();
        for (Finder finder : finders) finder.find(folded, spans);
        return spans;
    }
}
