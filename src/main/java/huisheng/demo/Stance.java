package huisheng.demo;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a writer means to say overall. */
enum Stance {
    @JsonProperty("positive")
    POSITIVE,
    @JsonProperty("negative")
    NEGATIVE,
    @JsonProperty("mixed")
    MIXED,
    @JsonProperty("neutral")
    NEUTRAL;

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    Stance opposite() {
        return switch (this) {
            case POSITIVE -> NEGATIVE;
            case NEGATIVE -> POSITIVE;
            case MIXED, NEUTRAL -> this;
        };
    }
}
