package huisheng.channel;

/**
 * Why an item is no review.
 *
 * @param index of the item in its batch, from 0
 * @param pointer JSON pointer into the item, {@code ""} for the item itself
 * @param code stable word for programs, for example {@code too-long}
 */
public record Rejection(int index, String pointer, String code, Message reason) {}
