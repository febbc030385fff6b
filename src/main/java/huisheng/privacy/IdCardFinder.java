package huisheng.privacy;

import huisheng.review.PiiType;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Identity cards of 18 places: a date inside and the check digit of GB 11643 at the end. */
final class IdCardFinder implements Finder {
    private static final int PLACES = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    @Override
    public void find(String folded, Spans spans) {
        for (int i = 0; i < folded.length(); i++) {
            if (!Chars.isDigit(folded.charAt(i)) || Chars.isDigit(Chars.at(folded, i - 1))) continue;
            StringBuilder number = new StringBuilder(PLACES);
            int end = read(folded, i, number);
            if (end > i && isCard(number.toString(), Cues.identity(folded, i))) spans.add(PiiType.ID_CARD, i, end);
        }
    }

    /** Reads 18 places, with a blank or dash allowed where the parts meet; -1 where there are more or fewer. */
    private static int read(String text, int start, StringBuilder number) {
        int i = start;
        while (number.length() < PLACES) {
            char c = Chars.at(text, i++);
            if (Chars.isDigit(c)) number.append(c);
            else if ((c == 'X' || c == 'x') && number.length() == PLACES - 1) number.append('X');
            else if ((c != ' ' && c != '-') || (number.length() != 6 && number.length() != 14)) return -1;
        }
        return Chars.isAlnum(Chars.at(text, i)) ? -1 : i;
    }

    /** Where the words say that it is a card, a mistyped one counts as well. */
    private static boolean isCard(String number, boolean named) {
        return named || (hasDate(number) && CHECKS.charAt(remainder(number)) == number.charAt(PLACES - 1));
    }

    private static boolean hasDate(String number) {
        try {
            int year = Integer.parseInt(number, 6, 10, 10);
            LocalDate date =
                    LocalDate.of(year, Integer.parseInt(number, 10, 12, 10), Integer.parseInt(number, 12, 14, 10));
            return date.getYear() >= 1880 && date.getYear() < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int remainder(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i] * (number.charAt(i) - '0');
        return sum % 11;
    }
}
