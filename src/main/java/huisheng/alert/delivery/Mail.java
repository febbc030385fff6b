package huisheng.alert.delivery;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;

/** A notice as a mail: plain text and HTML, either of which says all. */
final class Mail {
    private static final String CHARSET = "UTF-8";
    private static final int MOST_SUBJECT_BYTES = 300;

    private Mail() {}

    static MimeMessage of(Session session, String from, Parcel parcel) throws MessagingException {
        String name = parcel.notice().key();
        MimeMessage message = new NamedMessage(session, name);
        message.setFrom(new InternetAddress(from, true));
        message.setRecipients(
                Message.RecipientType.TO, InternetAddress.parse(parcel.to().address(), true));
        message.setSubject(Utf8.cut(oneLine(parcel.title()), MOST_SUBJECT_BYTES), CHARSET);
        message.setSentDate(Date.from(parcel.now()));
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(plain(parcel), "plain"));
        both.addBodyPart(part(html(parcel), "html"));
        message.setContent(both);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, CHARSET, subtype);
        return part;
    }

    private static String plain(Parcel parcel) {
        return parcel.title() + "\n\n" + parcel.text() + "\n" + (parcel.link().isEmpty() ? "" : "\n" + parcel.link());
    }

    private static String html(Parcel parcel) {
        String link = parcel.link().isEmpty()
                ? ""
                : "<p><a href=\"" + escaped(parcel.link()) + "\">" + Markdown.open(parcel) + "</a></p>";
        return "<!doctype html><html lang=\"" + parcel.language().getLanguage() + "\"><body><h3>"
                + escaped(parcel.title()) + "</h3><p style=\"white-space:pre-line\">" + escaped(parcel.text()) + "</p>"
                + link + "</body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A line break in a subject would start another header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** The same event has the same Message-ID, by which mail programs tell a repetition. */
    private static final class NamedMessage extends MimeMessage {
        private final String name;

        NamedMessage(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
            setHeader("Message-ID", "<" + id + "@huisheng>");
        }
    }
}
