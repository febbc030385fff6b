package huisheng.demo;

import huisheng.review.Review;

/** A review and what the generator meant by it. */
record Made(Review review, Situation situation, Stance stance, int day, boolean said) {
    String id() {
        return review.channel() + "/" + review.externalId();
    }
}
