package huisheng.alert;

import huisheng.insight.DemoReviews;
import huisheng.store.StoredAlert;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AlertsDemoTest {
    @Test
    void probe() throws IOException {
        int[][] runs = {{0,0},{7,20000},{8,20000},{9,8000}};
        for (int[] run : runs) { boolean events = run[0]==0;
            long start = System.nanoTime();
            try (DemoReviews demo = events ? DemoReviews.withEvents() : DemoReviews.quiet(run[0], run[1])) {
                System.out.printf("read %d s%n", (System.nanoTime() - start) / 1_000_000_000);
                start = System.nanoTime();
                Replay replay = new Replay(demo).run(28, 179);
                for (StoredAlert alert : replay.alerts.byId.values()) {
                    AlertBody body = AlertBody.read(alert.body());
                    long id = body.evidence().isEmpty()?0:body.evidence().getLast().id();
                    String t = alert.level()==1||body.kind().equals("immediate") ? demo.reviews().get((int) id - 1).review().text() : "";
                    System.out.printf("%d day %d L%d %s [%s] x%d %s | %s |%s%n", alert.id(), DemoReviews.day(alert.raisedAt()), alert.level(), replay.codes.get(alert.rule()), alert.group(), alert.count(), body.text().zh(), body.cause()!=null,t);
                }
                System.out.printf("alerts %d, events %d, %d s%n", replay.alerts.byId.size(), replay.alerts.events.size(), (System.nanoTime() - start) / 1_000_000_000);
                replay.nanos.forEach((code, nanos) -> System.out.printf("%s %d ms%n", code, nanos / 1_000_000));
            }
        }
    }
}
