/** The weekly or monthly digest: what the questions say of a period, as a page or a workbook. */
@CheckReturnValue
@NullMarked
package huisheng.insight.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
