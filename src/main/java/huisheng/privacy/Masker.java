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

    /**
     * In names of products, shops and the like an address or a number that looks like an order is the thing's own, so
     * only what leads to a person is taken.
     */
    private final List<Finder> inNames =
            List.of(new EmailFinder(), new IdCardFinder(), new PhoneFinder(), new WeChatFinder());

    public Masked mask(String text) {
        return mask(text, finders);
    }

    /** Of a name: phones, mail addresses, identity cards and WeChat accounts become stars, addresses stay. */
    public String maskName(String name) {
        return mask(name, inNames).text();
    }

    private static Masked mask(String text, List<Finder> finders) {
        Spans all = new Spans();
        String masked = text;
        for (int pass = 0; pass < PASSES; pass++) {
            Spans found = find(masked, finders);
            if (found.isEmpty()) break;
            // stars can bare a number that touched another one, hence the next pass
            masked = found.maskIn(masked);
            all.addAll(found);
        }
        return new Masked(masked, all.sorted());
    }

    private static Spans find(String text, List<Finder> finders) {
        String folded = Folding.fold(text);
        Spans spans = new Spans();
        for (Finder finder : finders) finder.find(folded, spans);
        return spans;
    }
}
