package huisheng.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What all connectors share: one bad review never sinks its neighbours. */
abstract class ItemConnector implements Connector {
    private final String channel;

    ItemConnector(String channel) {
        this.channel = channel;
    }

    @Override
    public final String channel() {
        return channel;
    }

    @Override
    public final Reading read(Payload payload) {
        Sink sink = new Sink(payload.index());
        sink.attempt(() -> {
            read(Fields.of(payload.item()), payload, sink);
            return List.of();
        });
        return new Reading(sink.reviews, sink.rejections);
    }

    /** @throws Rejected where the item as a whole is no review */
    abstract void read(Fields item, Payload payload, Sink sink);

    /** Where a connector puts what it read. */
    static final class Sink {
        private final int index;
        private final List<RawReview> reviews = new ArrayList<>();
        private final List<Rejection> rejections = new ArrayList<>();

        private Sink(int index) {
            this.index = index;
        }

        void add(RawReview review) {
            reviews.add(review);
        }

        /** Adds a follow-up; where it cannot be read, its review stays. */
        void attempt(Supplier<List<RawReview>> followups) {
            try {
                reviews.addAll(followups.get());
            } catch (Rejected e) {
                rejections.add(e.at(index));
            }
        }
    }
}
