package huisheng.review;

/** Why a text says nothing about the product. Any of them keeps a review out of trends by default. */
public enum NoiseType implements Labelled {
    DEFAULT,
    FILLER,
    TEMPLATE,
    ADVERT,
    DUPLICATE
}
