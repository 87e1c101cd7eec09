package downhill.data.prepare;

import downhill.data.EqualRows;
import downhill.data.Notice;
import downhill.data.SplitSpec;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What equal rows did to a split, in words. */
final class EqualNotices {
    private final int[] rows;
    private final int[] firsts;
    private final SplitSpec spec;
    private final Splitter.Parts parts;

    /**
     * @param rows   the rows that were divided, rising
     * @param firsts of each the place of the first that equals it
     */
    EqualNotices(int[] rows, int[] firsts, SplitSpec spec, Splitter.Parts parts) {
        this.rows = rows;
        this.firsts = firsts;
        this.spec = spec;
        this.parts = parts;
    }

    List<Notice> told() {
        long copies = IntStream.range(0, rows.length).filter(i -> firsts[i] != i).count();
        List<Notice> told = new ArrayList<>();
        if (copies > 0 && spec.equalRows() == EqualRows.TOGETHER) {
            told.add(new Notice(null, Said.of(copies == 1 ? "split.copy" : "split.copies", copies)));
            shortfall(told);
        } else if (copies > 0) {
            straddling(told);
        }
        return told;
    }

    private void shortfall(List<Notice> told) {
        int held = parts.validation().length;
        int wanted = Splitter.share(rows.length, spec.validationRatio());
        if (Math.abs(held - wanted) > 1 + wanted / 10) {
            told.add(new Notice(null, Said.of("split.short", held, wanted)));
        }
    }

    private void straddling(List<Notice> told) {
        boolean[] learned = new boolean[rows.length];
        for (int row : parts.training()) {
            learned[firsts[place(row)]] = true;
        }
        long known = Arrays.stream(parts.validation()).filter(row -> learned[firsts[place(row)]]).count();
        if (known > 0) {
            told.add(new Notice(null, Said.of(known == 1 ? "split.known.one" : "split.known", known, parts.validation().length)));
        }
    }

    private int place(int row) {
        return Arrays.binarySearch(rows, row);
    }
}
