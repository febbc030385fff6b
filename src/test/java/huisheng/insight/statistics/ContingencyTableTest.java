package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContingencyTableTest {
    /** A. Agresti, An Introduction to Categorical Data Analysis, 2nd ed. (2007), 37–39: gender and party. */
    private static final long[][] PARTY = {{762, 327, 468}, {484, 239, 477}};
    /** R. D. Snee, "Graphical display of two-way contingency tables", The American Statistician 28 (1974): hair and eyes. */
    private static final long[][] HAIR = {{68, 119, 26, 7}, {20, 84, 17, 94}, {15, 54, 14, 10}, {5, 29, 14, 16}};

    @Test
    void of_agreesWithAgresti() {
        ContingencyTable table = ContingencyTable.of(PARTY);
        assertThat(table.n()).isEqualTo(2757);
        assertThat(table.chiSquare()).isEqualTo(30.1, within(0.05));
        assertThat(table.df()).isEqualTo(2);
        double[] residuals = table.cells().get(0).stream()
                .mapToDouble(ContingencyTable.Cell::residual)
                .toArray();
        assertThat(residuals).containsExactly(new double[] {4.50, 0.70, -5.32}, within(0.005));
        assertThat(table.sufficient()).isTrue();
    }

    /** scipy 1.17: chi2_contingency(correction=False), contingency.association(method="cramer"). */
    @Test
    void of_agreesWithScipy() {
        ContingencyTable party = ContingencyTable.of(PARTY);
        assertThat(party.chiSquare()).isEqualTo(30.070149095754672, within(1e-9));
        assertThat(party.p()).isEqualTo(2.9535891832117595e-07, within(1e-15));
        assertThat(party.v()).isEqualTo(0.10443580235646777, within(1e-12));
        ContingencyTable hair = ContingencyTable.of(HAIR);
        assertThat(hair.chiSquare()).isEqualTo(138.28984162600824, within(1e-9));
        assertThat(hair.df()).isEqualTo(9);
        assertThat(hair.p()).isEqualTo(2.325286787098839e-25, within(1e-33));
        assertThat(hair.v()).isEqualTo(0.2790446233426584, within(1e-12));
    }

    /** numpy 2.4, Bergsma's formula: sqrt(max(0, chi2/n - (r-1)(c-1)/(n-1)) / min(r~ - 1, c~ - 1)). */
    @Test
    void of_correctedVAgreesWithNumpy() {
        assertThat(ContingencyTable.of(PARTY).vCorrected()).isEqualTo(0.10091998278440886, within(1e-12));
        assertThat(ContingencyTable.of(HAIR).vCorrected()).isEqualTo(0.27048315291231567, within(1e-12));
        assertThat(ContingencyTable.of(new long[][] {{30, 70}, {12, 138}}).vCorrected())
                .isEqualTo(0.2817928954201153, within(1e-12));
    }

    /** numpy 2.4 and scipy 1.17: 2 norm.sf(|residual|), false_discovery_control over the sixteen cells. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 40.1351351351, 6.13651969458, 8.43489115293e-10, 4.4986086149e-09",
        "0, 2, 26.3851351351, -0.10082421608, 0.919690003141, 0.919690003141",
        "1, 3, 46.1233108108, 9.96755012115, 2.11378368401e-23, 3.38205389441e-22",
        "2, 1, 44.9290540541, 2.05021620636, 0.040343337197, 0.0586812177411",
        "3, 0, 11.6756756757, -2.28789601811, 0.0221435772571, 0.0393663595681"
    })
    void cells_agreeWithNumpyAndScipy(int row, int column, double expected, double residual, double p, double q) {
        ContingencyTable.Cell cell = ContingencyTable.of(HAIR).cells().get(row).get(column);
        assertThat(cell.count()).isEqualTo(HAIR[row][column]);
        assertThat(cell.expected()).isEqualTo(expected, within(1e-9));
        assertThat(cell.residual()).isEqualTo(residual, within(1e-9));
        assertThat(cell.p()).isEqualTo(p, within(1e-9));
        assertThat(cell.q()).isEqualTo(q, within(1e-9));
    }

    @Test
    void of_emptyRowsAndColumns_countForNothing() {
        ContingencyTable with =
                ContingencyTable.of(new long[][] {{762, 0, 327, 468}, {0, 0, 0, 0}, {484, 0, 239, 477}});
        ContingencyTable without = ContingencyTable.of(PARTY);
        assertThat(with.chiSquare()).isEqualTo(without.chiSquare());
        assertThat(with.df()).isEqualTo(2);
        assertThat(with.vCorrected()).isEqualTo(without.vCorrected());
        assertThat(with.sufficient()).isTrue();
        assertThat(with.cells().get(2).get(3)).isEqualTo(without.cells().get(1).get(2));
        assertThat(with.cells().get(1).get(0)).isEqualTo(new ContingencyTable.Cell(0, 0, 0, 1, 1));
        assertThat(with.cells().get(0).get(1)).isEqualTo(new ContingencyTable.Cell(0, 0, 0, 1, 1));
    }

    @Test
    void of_oneRowOrNothing_hasNothingToTest() {
        for (long[][] counts : new long[][][] {{{3, 4, 5}}, {{3}, {4}}, {{0, 0}, {0, 0}}, {{3, 4}, {0, 0}}}) {
            ContingencyTable table = ContingencyTable.of(counts);
            assertThat(table.p()).isEqualTo(1);
            assertThat(table.df()).isZero();
            assertThat(table.v()).isZero();
            assertThat(table.vCorrected()).isZero();
            assertThat(table.sufficient()).isFalse();
            assertThat(table.cells())
                    .allSatisfy(row -> assertThat(row).allMatch(cell -> cell.residual() == 0 && cell.q() == 1));
        }
    }

    @Test
    void of_sameThroughAndThrough_isFullAssociation() {
        ContingencyTable table = ContingencyTable.of(new long[][] {{50, 0, 0}, {0, 70, 0}, {0, 0, 90}});
        assertThat(table.v()).isEqualTo(1, within(1e-12));
        assertThat(table.vCorrected()).isEqualTo(1, within(1e-12));
        assertThat(ContingencyTable.of(new long[][] {{1, 0}, {0, 1}}).vCorrected())
                .isBetween(0.0, 1.0);
    }

    @Test
    void sufficient_followsCochran() {
        assertThat(ContingencyTable.of(new long[][] {{10, 10}, {10, 10}}).sufficient())
                .isTrue();
        assertThat(ContingencyTable.of(new long[][] {{4, 5}, {5, 5}}).sufficient())
                .isFalse();
        // a sixth of the cells expects 4.8, none less than 1
        assertThat(ContingencyTable.of(new long[][] {{6, 24, 30}, {6, 14, 20}}).sufficient())
                .isTrue();
        assertThat(ContingencyTable.of(new long[][] {{500, 1, 500}, {500, 0, 500}, {500, 0, 500}})
                        .sufficient())
                .isFalse();
    }

    @Test
    void of_badTablesAreRefused() {
        for (long[][] counts : new long[][][] {{}, {{}}, {{1, 2}, {3}}, {{1, -2}}, {{Long.MAX_VALUE, 1}}}) {
            assertThatThrownBy(() -> assertThat(ContingencyTable.of(counts)).isNull())
                    .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
        }
    }
}
