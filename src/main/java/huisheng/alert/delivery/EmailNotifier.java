package huisheng.alert.delivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Sends mail, on threads of its own because the mail library waits. */
final class EmailNotifier implements Notifier {
    private static final int THREADS = 4;
    /** SMTP: 5xx is for good, 4xx passes. */
    private static final int FOR_GOOD = 500;

    private final MailServer server;
    private final Session session;
    private final WorkerExecutor threads;

    EmailNotifier(Vertx vertx, MailServer server, Duration timeout) {
        this.server = server;
        this.session = Session.getInstance(properties(server, timeout), authenticator(server));
        this.threads = vertx.createSharedWorkerExecutor(
                "mail", THREADS, timeout.multipliedBy(4).toNanos(), TimeUnit.NANOSECONDS);
    }

    private static Properties properties(MailServer server, Duration timeout) {
        // a conversation takes several answers, each within its share of the time
        String share = Long.toString(Math.max(1, timeout.toMillis() / 4));
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isBlank()));
        boolean starttls = server.security() == MailServer.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.security() == MailServer.Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", share);
        properties.setProperty("mail.smtp.timeout", share);
        properties.setProperty("mail.smtp.writetimeout", share);
        return properties;
    }

    private static Authenticator authenticator(MailServer server) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.user(), server.password());
            }
        };
    }

    @Override
    public Future<Outcome> send(Parcel parcel) {
        if (!server.isSet()) return Future.succeededFuture(new Outcome.Unreachable("no mail server is set"));
        return threads.executeBlocking(() -> deliver(parcel), false);
    }

    private Outcome deliver(Parcel parcel) {
        try {
            Transport.send(Mail.of(session, server.from(), parcel));
            return Outcome.DELIVERED;
        } catch (AddressException e) {
            return new Outcome.Refused("mail address");
        } catch (SendFailedException e) {
            return refusal(e);
        } catch (MessagingException e) {
            return new Outcome.Unreachable(e.getClass().getSimpleName());
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
