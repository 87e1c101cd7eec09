package downhill.report;

import downhill.words.Said;
import java.util.List;

/** A piece of a report, in no form yet. Pieces of numbers carry the name of the file that they become in a folder, without its ending. */
public sealed interface ReportPiece {

    /** A sentence or some. */
    record Paragraph(Said said) implements ReportPiece {
    }

    /** What it all comes to, to be seen first. */
    record Statement(Said said) implements ReportPiece {
    }

    /** Names with what they are. */
    record Facts(List<Fact> facts) implements ReportPiece {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A name with what it is. */
    record Fact(Said name, Said value) {
    }

    /**
     * A table.
     *
     * @param rows of as many cells as the head has, each {@link Said}, a text, or a {@link Number}; NaN is an empty cell
     */
    record Grid(String file, List<Said> head, List<List<Object>> rows) implements ReportPiece {
        public Grid {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Curves over one axis. */
    record Lines(String file, Said title, Said x, Said y, List<Line> lines) implements ReportPiece {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A curve.
     *
     * @param style number of its colour and dashes
     * @param x     rising
     * @param y     as many; what is not finite is a gap
     */
    record Line(String name, int style, double[] x, double[] y) {
    }

    /**
     * Bars from zero, or points, each with an interval where it has one.
     *
     * @param points whether it is points, whose axis need not hold zero
     */
    record Bars(String file, Said title, boolean points, List<Bar> bars) implements ReportPiece {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * A bar.
     *
     * @param note what stands behind its name, such as a cell; may be empty
     * @param low  NaN where there is no interval
     * @param high NaN likewise
     */
    record Bar(String name, String note, double value, double low, double high) {
    }

    /** Lines to be typed. */
    record Commands(List<String> lines) implements ReportPiece {
        public Commands {
            lines = List.copyOf(lines);
        }
    }
}
