package huisheng.review;

import org.jspecify.annotations.Nullable;

/** Something wished for, said or implied. */
public record Need(String text, @Nullable String target, boolean implicit, int start, int end) {}
