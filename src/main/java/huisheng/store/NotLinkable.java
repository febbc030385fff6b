package huisheng.store;

import java.util.List;

/** Reviews are not there, or may not be seen by the caller or by others who see the ticket or the case. */
public final class NotLinkable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Long> reviews;

    NotLinkable(List<Long> reviews) {
        super("reviews cannot be linked: " + reviews, null, false, false);
        this.reviews = List.copyOf(reviews);
    }

    public List<Long> reviews() {
        return reviews;
    }
}
