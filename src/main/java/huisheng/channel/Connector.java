package huisheng.channel;

/** Reads one channel's items. Pure, stateless and safe from any thread; never throws for what an item holds. */
public interface Connector {
    /** Name of the channel its reviews are filed under, unless the items say so themselves. */
    String channel();

    Reading read(Payload payload);
}
