package huisheng.access.audit;

import huisheng.access.Digests;
import huisheng.json.Json;
import huisheng.store.AuditEntry;
import huisheng.store.AuditHead;
import huisheng.store.AuditRow;
import huisheng.store.AuditTable;
import java.util.ArrayList;
import java.util.List;

/** How the entries hang together. */
final class AuditChain {
    private final byte[] sealing;

    /** @param sealing a key that the database does not hold, so that who can write there still cannot seal */
    AuditChain(byte[] sealing) {
        this.sealing = sealing.clone();
    }

    /** What is hashed: everything of an entry that is kept, under names, in a fixed order. */
    private record Content(String before, long id, AuditEntry entry) {}

    static String hash(String before, long id, AuditEntry entry) {
        return Digests.sha256(Json.write(new Content(before, id, entry)));
    }

    String seal(long id, String hash) {
        return Digests.hmac(sealing, "audit\n" + id + "\n" + hash);
    }

    boolean sealed(AuditHead head) {
        // before the first entry there is nothing to seal
        return (head.id() == 0 && head.hash().isEmpty()) || Digests.same(head.seal(), seal(head.id(), head.hash()));
    }

    AuditTable.Addition extend(AuditHead head, List<AuditEntry> entries) {
        List<AuditRow> rows = new ArrayList<>(entries.size());
        long id = head.id();
        String hash = head.hash();
        for (AuditEntry entry : entries) {
            hash = hash(hash, ++id, entry);
            rows.add(new AuditRow(id, entry, hash));
        }
        return new AuditTable.Addition(rows, new AuditHead(id, hash, seal(id, hash)));
    }
}
