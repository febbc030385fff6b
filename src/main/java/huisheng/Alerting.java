package huisheng;

import static huisheng.Blocking.await;

import huisheng.alert.watch.Watch;
import huisheng.http.AlertDesk;
import huisheng.http.Alerts;
import huisheng.http.RuleBook;
import huisheng.http.RuleDesk;
import huisheng.index.ReviewIndex;
import huisheng.ingest.Abreast;
import huisheng.ingest.AlertFollower;
import huisheng.ingest.AlertRules;
import huisheng.ingest.AlertWatcher;
import huisheng.review.Position;
import huisheng.store.AlertFeed;
import huisheng.store.AlertRuleTable;
import huisheng.store.AlertTable;
import huisheng.store.CatchUp;
import huisheng.store.ChangeFeed;
import huisheng.store.Database;
import huisheng.store.TargetTable;
import huisheng.store.Wakeups;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rules hold reviews, and what is counted of them, against what they watch for. */
final class Alerting {
    private static final Logger LOG = LoggerFactory.getLogger(Alerting.class);

    private static final Duration LONGEST_WATCH = Duration.ofMinutes(2);

    private final Vertx vertx;
    private final Database database;
    private final ReviewIndex index;
    private final AlertRuleTable table;
    private final AlertRules rules;

    Alerting(Vertx vertx, Database database, ReviewIndex index) {
        this.vertx = vertx;
        this.database = database;
        this.index = index;
        this.table = new AlertRuleTable(database);
        this.rules = new AlertRules(table);
    }

    Alerts alerts() {
        return new AlertDesk(new AlertTable(database), table);
    }

    RuleBook rules() {
        return new RuleDesk(table, new AlertTable(database), new TargetTable(database), index::check);
    }

    /**
     * Blocks until the shipped rules are stored.
     *
     * @param shown how far the index can see
     */
    void start(UnaryOperator<String> aspectName, Supplier<Position> shown, MeterRegistry metrics, Closing closing) {
        AlertFeed alerts = new AlertFeed(database);
        AlertFollower reviews = new AlertFollower(vertx, new ChangeFeed(database), alerts, rules);
        Abreast abreast = new Abreast(new CatchUp(database), shown);
        Watch watch = new Watch(index, aspectName);
        AlertWatcher measures = new AlertWatcher(vertx, table, alerts, rules, watch, abreast, LONGEST_WATCH);
        Figures.register(metrics, abreast);
        Wakeups wakeups = database.wakeups();
        wakeups.subscribe(Wakeups.CHANGE, reviews::wake);
        wakeups.subscribe(Wakeups.ALERT_RULE, rules::changed);
        wakeups.subscribe(Wakeups.ALERT_RULE, measures::wake);
        boolean shipped = await(rules.ship().map(true));
        LOG.debug("alert rules shipped: {}", shipped);
        reviews.start();
        closing.push(reviews::stop);
        measures.start();
        closing.push(measures::stop);
    }
}
