package huisheng.alert.delivery;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import huisheng.alert.delivery.StallingMailServer.Stall;
import io.vertx.core.Future;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailNotifierTest extends NotifierContract {
    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private EmailNotifier notifier;

    @BeforeAll
    void startServer() {
        greenMail.start();
        greenMail.setUser("voc", "hush");
        notifier = notifier(greenMail.getSmtp().getPort(), "hush");
    }

    @AfterAll
    void stopServer() {
        await(notifier.close());
        greenMail.stop();
    }

    private EmailNotifier notifier(int port, String password) {
        MailServer server =
                new MailServer("127.0.0.1", port, MailServer.Security.NONE, "voc", password, "回声 <voc@brand.example>");
        return new EmailNotifier(vertx, server, TIMEOUT);
    }

    @Override
    Notifier notifier() {
        return notifier;
    }

    @Override
    Address address() {
        return new Address("li@brand.example, wang@brand.example", null);
    }

    @Override
    Address nowhere() {
        return address();
    }

    /** One copy a recipient; what is the same is one. */
    @Override
    List<String> received() {
        try {
            List<String> texts = new ArrayList<>();
            for (MimeMessage message : messages()) texts.add(message.getSubject() + "\n" + part(message, 0));
            greenMail.purgeEmailFromAllMailboxes();
            return texts.stream().distinct().toList();
        } catch (MessagingException | IOException | com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<MimeMessage> messages() {
        return List.of(greenMail.getReceivedMessages());
    }

    private static String part(MimeMessage message, int index) throws MessagingException, IOException {
        return (String)
                ((MimeMultipart) message.getContent()).getBodyPart(index).getContent();
    }

    @Override
    @Test
    void send_toNowhere_isUnreachableAndTellsNoAddress() {
        EmailNotifier astray = notifier(1, "hush");
        Parcel parcel = new Parcel(notice("标题", "内容"), "", address(), Locale.CHINESE, NOW);
        assertThat(await(astray.send(parcel)))
                .isInstanceOfSatisfying(
                        Outcome.Unreachable.class,
                        outcome -> assertThat(outcome.why())
                                .doesNotContain("127.0.0.1")
                                .doesNotContain("brand.example"));
    }

    @Test
    void send_notice_isPlainAndHtmlWithTheTextEscaped() throws Exception {
        assertThat(send(address(), notice("云岭\r\nBcc: x@evil.example", "<script>alert(1)</script>")))
                .isEqualTo(Outcome.DELIVERED);
        MimeMessage message = messages().getFirst();
        assertThat(message.getSubject()).isEqualTo("云岭 Bcc: x@evil.example");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(messages()).hasSize(2);
        assertThat(message.getFrom()[0].toString()).contains("voc@brand.example");
        assertThat(part(message, 0)).contains("<script>");
        assertThat(part(message, 1)).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(received()).hasSize(1);
    }

    @Test
    void send_twice_carriesTheSameMessageId() throws Exception {
        assertThat(send(address(), notice("一", "二"))).isEqualTo(Outcome.DELIVERED);
        assertThat(send(address(), notice("一", "二"))).isEqualTo(Outcome.DELIVERED);
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : messages()) ids.add(message.getMessageID());
        assertThat(ids).hasSize(4);
        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(received()).hasSize(1);
    }

    @Test
    void send_wrongPassword_waitsUntilItIsPutRight() {
        EmailNotifier stranger = notifier(greenMail.getSmtp().getPort(), "wrong");
        Parcel parcel = new Parcel(notice("标题", "内容"), "", address(), Locale.CHINESE, NOW);
        assertThat(await(stranger.send(parcel))).isInstanceOf(Outcome.Unreachable.class);
    }

    @Test
    void send_noMailAddress_isRefusedForGood() {
        assertThat(send(new Address("no address", null), notice("标题", "内容")))
                .isEqualTo(new Outcome.Refused("mail address"));
    }

    /** The time of a call is that of the whole conversation, wherever it comes to a stand. */
    @ParameterizedTest
    @CsvSource({
        "CONNECT, SILENT",
        "CONNECT, TRICKLES",
        "EHLO, SILENT",
        "EHLO, TRICKLES",
        "AUTH, SILENT",
        "MAIL, SILENT",
        "MAIL, TRICKLES",
        "RCPT, SILENT",
        "DATA, SILENT",
        "., SILENT",
        "., TRICKLES"
    })
    void send_serverThatStalls_isGivenUpInTime(String step, Stall stall) throws Exception {
        try (StallingMailServer stalling = new StallingMailServer(step, stall, Duration.ZERO)) {
            EmailNotifier patient = notifier(stalling.port(), "hush");
            long start = System.nanoTime();
            assertThat(send(patient)).isInstanceOf(Outcome.Unreachable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(TIMEOUT.multipliedBy(3).dividedBy(2));
            // the same threads, so the conversation has ended
            await(patient.close());
            assertThat(stalling.said).doesNotContain("QUIT");
        }
    }

    /** Each answer comes soon enough, but there are many. */
    @Test
    void send_serverThatIsSlow_isGivenUpInTimeAndTakesNothingAfterwards() throws Exception {
        Duration each = TIMEOUT.dividedBy(5);
        try (StallingMailServer slow = new StallingMailServer("", Stall.SILENT, each)) {
            EmailNotifier patient = notifier(slow.port(), "hush");
            long start = System.nanoTime();
            assertThat(send(patient)).isInstanceOf(Outcome.Unreachable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(TIMEOUT.multipliedBy(3).dividedBy(2));
            await(patient.close());
            LockSupport.parkNanos(each.multipliedBy(3).toNanos());
            assertThat(slow.said).isNotEmpty().doesNotContain(".");
        }
    }

    /** The mail is taken by then: to call it failed would send it again. */
    @Test
    void send_serverThatStallsAtTheFarewell_hasTakenIt() throws Exception {
        try (StallingMailServer stalling = new StallingMailServer("QUIT", Stall.SILENT, Duration.ZERO)) {
            assertThat(send(notifier(stalling.port(), "hush"))).isEqualTo(Outcome.DELIVERED);
            assertThat(stalling.said).contains(".");
        }
    }

    /** Of TLS the first byte is 22; a greeting in the open would begin with a letter. */
    @Test
    void send_overTls_saysNothingInTheOpenAndIsGivenUpInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            MailServer server = new MailServer(
                    "127.0.0.1", silent.getLocalPort(), MailServer.Security.TLS, "voc", "hush", "voc@brand.example");
            Future<Outcome> sending = new EmailNotifier(vertx, server, TIMEOUT).send(parcel());
            try (Socket caller = silent.accept()) {
                assertThat(caller.getInputStream().read()).isEqualTo(22);
                assertThat(await(sending)).isInstanceOf(Outcome.Unreachable.class);
            }
        }
    }

    @Test
    void send_moreThanTheServerIsAskedToTakeAtOnce_waitUncounted() throws Exception {
        try (StallingMailServer stalling = new StallingMailServer("CONNECT", Stall.SILENT, Duration.ZERO)) {
            EmailNotifier busy = notifier(stalling.port(), "hush");
            List<Future<Outcome>> sending = new ArrayList<>();
            for (int i = 0; i < 20; i++) sending.add(busy.send(parcel()));
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : sending) outcomes.add(await(one));
            assertThat(outcomes)
                    .hasAtLeastOneElementOfType(Outcome.Busy.class)
                    .hasAtLeastOneElementOfType(Outcome.Unreachable.class);
            await(busy.close());
        }
    }

    private static Parcel parcel() {
        return new Parcel(notice("标题", "内容"), "", new Address("li@brand.example", null), Locale.CHINESE, NOW);
    }

    private static Outcome send(EmailNotifier notifier) {
        return await(notifier.send(parcel()));
    }
}
