package downhill.data.prepare;

import downhill.data.CodedRows;
import downhill.data.RowValues;
import java.util.ArrayList;
import java.util.List;

/** How the inputs of a row are kept: of broad categories which one it is, of all else the numbers themselves. */
final class RowLayout {
    /** Categories from which on their index costs much less than their numbers. */
    static final int BROAD = 16;

    private final List<CodedRows.Part> parts = new ArrayList<>();
    private int numbers;
    private int codes;

    RowLayout(List<FeatureStep> steps) {
        int plain = 0;
        for (FeatureStep step : steps) {
            if (isCoded(step)) {
                plainPart(plain);
                plain = 0;
                parts.add(new CodedRows.Part(step.width(), true));
                codes++;
            } else {
                plain += step.width();
            }
        }
        plainPart(plain);
    }

    private void plainPart(int width) {
        if (width > 0) {
            parts.add(new CodedRows.Part(width, false));
            numbers += width;
        }
    }

    static boolean isCoded(FeatureStep step) {
        return step instanceof FeatureStep.OneHot && step.width() >= BROAD;
    }

    /** Numbers that are kept of a row. */
    int numbers() {
        return numbers;
    }

    /** Indexes that are kept of a row. */
    int codes() {
        return codes;
    }

    /** What a row takes, in numbers of eight bytes. */
    double cost() {
        return numbers + codes / 2.0;
    }

    /** Rows of this layout. */
    RowValues rows(int count, double[] values, int[] indexes) {
        return codes == 0 ? RowValues.of(values, numbers) : new CodedRows(parts, count, values, indexes);
    }
}
