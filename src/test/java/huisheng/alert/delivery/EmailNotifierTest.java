package huisheng.alert.delivery;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
        Parcel parcel = new Parcel(notice("标题", "内容"), "", address(), java.util.Locale.CHINESE, NOW);
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
        Parcel parcel = new Parcel(notice("标题", "内容"), "", address(), java.util.Locale.CHINESE, NOW);
        assertThat(await(stranger.send(parcel))).isInstanceOf(Outcome.Unreachable.class);
    }

    @Test
    void send_noMailAddress_isRefusedForGood() {
        assertThat(send(new Address("no address", null), notice("标题", "内容")))
                .isEqualTo(new Outcome.Refused("mail address"));
    }
}
