package huisheng.alert.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Where a target is, and what proves that a call is ours. Both are secrets: the address of a group bot is all that
 * anybody needs to write to the group.
 *
 * @param address a URL, or mail addresses with commas between
 * @param secret null where the target has none
 */
public record Address(String address, @Nullable String secret) {
    @Override
    public String toString() {
        return "Address[…]";
    }
}
