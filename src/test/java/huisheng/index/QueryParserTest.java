package huisheng.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.review.Dimension;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '#', textBlock = """
            漏酒                    # 漏酒
            漏酒 包装               # (漏酒 & 包装)
            漏酒 AND 包装           # (漏酒 & 包装)
            漏酒 OR 包装 破         # (漏酒 | (包装 & 破))
            (漏酒 OR 包装) 破       # ((漏酒 | 包装) & 破)
            （漏酒 OR 包装）破      # ((漏酒 | 包装) & 破)
            -便宜                   # !便宜
            NOT 便宜 好             # (!便宜 & 好)
            "口感 辛辣"             # 口感辛辣
            “口感辛辣”              # 口感辛辣
            brand:甲                # brand=[甲]
            brand：甲               # brand=[甲]
            BRAND:"甲 乙"           # brand=[甲 乙]
            keyword:"口感辛辣"      # keyword=[口感辛辣]
            aspect:packaging        # aspect=[packaging]
            aspect:packaging:negative  # aspectPolarity=[packaging:negative]
            aspect:包装:negative    # aspectPolarity=[包装:negative]
            rating:1..2             # rating=[1, 2]
            rating:4..              # rating=[4, 5]
            likes:10..              # likes 10-2147483647
            iPho*                   # ipho*
            口感*                   # 口感
            结论：好                # 结论好
            ORANGE NOTE             # (orange & note)
            """)
    void parse_readsTheTree(String query, String tree) {
        assertThat(show(QueryParser.parse(query))).isEqualTo(tree);
    }

    @Test
    void parse_blankIsEverything() {
        assertThat(show(QueryParser.parse(" \t　"))).isEqualTo("()");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            漏酒 AND        | 6 | term is missing
            OR 漏酒         | 0 | term is missing
            漏酒 OR OR 包装 | 6 | term is missing
            (漏酒           | 0 | never closed
            漏酒)           | 2 | closes nothing
            ()              | 1 | term is missing
            好 "漏酒        | 2 | never closed
            colour:red      | 0 | the fields are brand, product
            author:abc      | 0 | no field 'author'
            rating:0        | 7 | from 1 to 5
            rating:4..2     | 7 | ends before
            rating:x        | 7 | from 1 to 5
            sentiment:bad   | 10 | positive, negative
            aspect:a:bad    | 7 | positive, negative
            brand:          | 6 | value is missing
            a*b             | 1 | may only end
            *               | 0 | no letter
            a*              | 1 | needs 2 letters
            ！！            | 0 | no letter
            好 -            | 3 | after '-'
            """)
    void parse_wrongQuerySaysWhereAndWhy(String query, int position, String reason) {
        assertThatThrownBy(() -> show(QueryParser.parse(query)))
                .isInstanceOfSatisfying(QueryException.class, e -> {
                    assertThat(e.position()).isEqualTo(position);
                    assertThat(e.in(Locale.CHINESE)).containsPattern("[一-龥]{2}");
                })
                .hasMessageContaining(reason);
    }

    @Test
    void parse_boundsLengthDepthAndClauses() {
        assertThatThrownBy(() -> show(QueryParser.parse("好".repeat(1001)))).hasMessageContaining("1000 characters");
        assertThatThrownBy(() -> show(QueryParser.parse("(".repeat(400) + "好" + ")".repeat(400))))
                .hasMessageContaining("20 deep");
        assertThatThrownBy(() -> show(QueryParser.parse("-".repeat(400) + "好"))).hasMessageContaining("20 deep");
        assertThatThrownBy(() -> show(QueryParser.parse("好 ".repeat(101)))).hasMessageContaining("100 terms");
        assertThat(show(QueryParser.parse("(".repeat(20) + "好" + ")".repeat(20))))
                .isEqualTo("好");
        assertThat(QueryParser.parse("好 ".repeat(100)).shown()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text:[a TO b]", "好~2", "好^4", "/re.*/", "a && b", "_text:好", "\\u0000", "+好"})
    void parse_luceneSyntaxMeansNothing(String query) {
        try {
            assertThat(show(QueryParser.parse(query))).doesNotContain("~", "^", "/", "[a");
        } catch (QueryException e) {
            assertThat(e.position()).isBetween(0, query.length());
        }
    }

    @Test
    void parse_anyTextParsesOrSaysWhy() {
        long seed = System.nanoTime();
        System.err.println("QueryParserTest seed " + seed);
        Random random = new Random(seed);
        String[] pieces = {
            "(", ")", "（", "）", "\"", "“", "”", "-", "*", ":", "：", " ", "　", "AND", "OR", "NOT", "brand", "rating",
            "aspect", "likes", "..", "1", "9", "好", "口感", "abc", "\0", "\uD83D", "\uDE00", "😀", "\n", "[", "^", "~"
        };
        int[] outcomes = new int[2];
        long start = System.nanoTime();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder query = new StringBuilder();
            int length = random.nextInt(random.nextInt(10) == 0 ? 400 : 12);
            for (int j = 0; j < length; j++) {
                if (random.nextInt(20) == 0) query.append((char) random.nextInt(0x10000));
                else query.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                assertThat(QueryParser.parse(query.toString())).isNotNull();
                outcomes[0]++;
            } catch (QueryException e) {
                assertThat(e.position()).as(query.toString()).isBetween(0, Math.max(query.length(), 1000));
                assertThat(e.getMessage()).isNotBlank();
                outcomes[1]++;
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(outcomes[0]).as("parsed, seed %d", seed).isGreaterThan(500);
        assertThat(outcomes[1]).as("refused, seed %d", seed).isGreaterThan(500);
    }

    @Test
    void shown_leavesOutWhatIsRuledOut() {
        QueryNode node = QueryParser.parse("口感 -便宜 keyword:瓶口 brand:甲");
        assertThat(node.shown().stream().map(QueryParserTest::show)).containsExactly("口感", "瓶口");
        assertThat(new QueryNode.Is(Dimension.BRAND, Set.of("甲")).shown()).isEmpty();
    }

    private static String show(QueryNode node) {
        return switch (node) {
            case QueryNode.And and -> join(" & ", and.parts());
            case QueryNode.Or or -> join(" | ", or.parts());
            case QueryNode.Not not -> "!" + show(not.part());
            case QueryNode.Phrase phrase ->
                String.join("", phrase.units().stream().map(Unit::term).toList()) + (phrase.prefix() ? "*" : "");
            case QueryNode.Is is ->
                is.dimension().key() + "=" + is.values().stream().sorted().toList();
            case QueryNode.Likes likes -> "likes " + likes.from() + "-" + likes.to();
        };
    }

    private static String join(String operator, java.util.List<QueryNode> parts) {
        return "("
                + String.join(
                        operator, parts.stream().map(QueryParserTest::show).toList()) + ")";
    }
}
