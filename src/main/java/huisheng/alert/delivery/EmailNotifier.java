package huisheng.alert.delivery;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Sends mail, on threads of its own because the mail library waits. */
final class EmailNotifier implements Notifier {
    /** At once: mail servers take few connections from one client. */
    private static final int CONVERSATIONS = 8;
    /** SMTP: 5xx is for good, 4xx passes. */
    private static final int FOR_GOOD = 500;

    private static final Outcome BUSY = new Outcome.Busy(Duration.ofSeconds(1));
    private static final Outcome LATE = new Outcome.Unreachable("the mail server took too long");

    private final Vertx vertx;
    private final MailServer server;
    private final Duration timeout;
    private final WorkerExecutor threads;
    private final Semaphore free = new Semaphore(CONVERSATIONS);

    /** @param timeout of a conversation, from its begin until the mail is taken */
    EmailNotifier(Vertx vertx, MailServer server, Duration timeout) {
        this.vertx = vertx;
        this.server = server;
        this.timeout = timeout;
        this.threads = vertx.createSharedWorkerExecutor(
                "mail", CONVERSATIONS, timeout.multipliedBy(4).toNanos(), TimeUnit.NANOSECONDS);
    }

    private Properties properties(Wire wire) {
        // of one answer; all of them together are cut off by the wire
        String answer = Long.toString(timeout.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isBlank()));
        boolean starttls = server.security() == MailServer.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.security() == MailServer.Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", answer);
        properties.setProperty("mail.smtp.timeout", answer);
        // TLS is laid over the wire
        properties.put("mail.smtp.socketFactory", wire);
        properties.put("mail.smtp.ssl.socketFactory", wire);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        // the mail is taken by then: no answer to a farewell may make it another one
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    @Override
    public Future<Outcome> send(Parcel parcel) {
        if (!server.isSet()) return Future.succeededFuture(new Outcome.Unreachable("no mail server is set"));
        if (!free.tryAcquire()) return Future.succeededFuture(BUSY);
        Promise<Outcome> outcome = Promise.promise();
        Wire wire = new Wire();
        long timer = vertx.setTimer(timeout.toMillis(), late -> {
            wire.cut();
            outcome.tryComplete(LATE);
        });
        threads.executeBlocking(() -> deliver(parcel, wire), false).onComplete(done -> {
            free.release();
            var unused = vertx.cancelTimer(timer);
            end(outcome, done);
        });
        return outcome.future();
    }

    private static void end(Promise<Outcome> outcome, AsyncResult<Outcome> done) {
        if (done.succeeded()) outcome.tryComplete(done.result());
        else outcome.tryFail(done.cause());
    }

    private Outcome deliver(Parcel parcel, Wire wire) {
        try {
            send(parcel, Session.getInstance(properties(wire)));
            return Outcome.DELIVERED;
        } catch (AddressException e) {
            return new Outcome.Refused("mail address");
        } catch (SendFailedException e) {
            return refusal(e);
        } catch (MessagingException e) {
            return new Outcome.Unreachable(e.getClass().getSimpleName());
        } finally {
            wire.cut();
        }
    }

    private void send(Parcel parcel, Session session) throws MessagingException {
        MimeMessage message = Mail.of(session, server.from(), parcel);
        Transport transport = session.getTransport("smtp");
        try {
            if (server.user().isBlank()) transport.connect();
            else transport.connect(server.user(), server.password());
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            leave(transport);
        }
    }

    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // what was taken stays so
        }
    }

    /** The server's own words are left out; its code says enough. */
    private static Outcome refusal(SendFailedException failure) {
        int code = 0;
        for (Exception e = failure;
                e != null;
                e = e instanceof MessagingException next ? next.getNextException() : null) {
            if (e instanceof SMTPSendFailedException sending) code = Math.max(code, sending.getReturnCode());
            if (e instanceof SMTPAddressFailedException address) code = Math.max(code, address.getReturnCode());
        }
        String why = "SMTP " + code;
        return code >= FOR_GOOD ? new Outcome.Refused(why) : new Outcome.Failed(why);
    }

    Future<Void> close() {
        return threads.close();
    }
}
