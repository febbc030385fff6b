package huisheng.channel;

import java.util.List;

/** What one item gave: a review with its follow-ups, and what could not be read. */
public record Reading(List<RawReview> reviews, List<Rejection> rejections) {
    public Reading {
        reviews = List.copyOf(reviews);
        rejections = List.copyOf(rejections);
    }
}
