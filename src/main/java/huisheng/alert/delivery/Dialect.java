package huisheng.alert.delivery;

import java.time.Instant;
import java.util.Map;

/** How one kind of target is spoken to over HTTP. Pure. */
interface Dialect {
    /** @param headers besides Content-Type, which is JSON */
    record Call(String url, Map<String, String> headers, String body) {
        @Override
        public String toString() {
            return "Call[" + body.length() + " characters]";
        }
    }

    Call call(Parcel parcel);

    /** @param reply with any status, at {@code now} */
    Outcome read(Reply reply, Instant now);
}
