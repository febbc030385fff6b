package huisheng.analysis.comparison;

import java.util.Arrays;

/** Which of the characters that constructions of comparing cannot do without a text holds, a bit for each. */
final class Marks {
    private static final String ALL = "比没如及赶跟像媲输于逼近敌胜打杀碾过翻甩超连差相样味别同分各五平似斤价拼致级档与宁早还从惯前直原两";
    private static final byte NONE = -1;
    private static final byte[] NUMBERS = numbers();

    private Marks() {}

    /** Of the text from {@code from} to before {@code until}. */
    static long of(CharSequence text, int from, int until) {
        long present = 0;
        for (int i = from; i < until; i++) {
            int number = NUMBERS[text.charAt(i)];
            if (number >= 0) present |= 1L << number;
        }
        return present;
    }

    /** @throws IllegalArgumentException for a character that is no mark */
    static long of(String marks) {
        for (int i = 0; i < marks.length(); i++) {
            if (NUMBERS[marks.charAt(i)] < 0) throw new IllegalArgumentException(marks.charAt(i) + " is no mark");
        }
        return of(marks, 0, marks.length());
    }

    private static byte[] numbers() {
        byte[] numbers = new byte[Character.MAX_VALUE + 1];
        Arrays.fill(numbers, NONE);
        for (int i = 0; i < ALL.length(); i++) numbers[ALL.charAt(i)] = (byte) i;
        return numbers;
    }
}
