package huisheng.alert.delivery;

import huisheng.store.ReviewTelling;
import java.util.List;

/** What a target may subscribe to. */
public final class EventTypes {
    public static final List<String> ALL = List.of(
            "alert.raised",
            "alert.escalated",
            "alert.grouped",
            "alert.acknowledged",
            "ticket.changed",
            "ticket.due",
            "playbook.due",
            ReviewTelling.EVENT);

    private EventTypes() {}
}
