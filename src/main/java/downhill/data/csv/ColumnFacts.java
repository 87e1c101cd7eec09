package downhill.data.csv;

import downhill.data.Dates;
import java.io.Serializable;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the cells of one column look like, counted over the whole file. */
final class ColumnFacts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MAX_DISTINCT = 1001;
    private static final int MAX_DATES = 4000;

    private final long[] counts = new long[Shape.values().length];
    private final TextIndex texts = new TextIndex();
    /** Without times of day, of which there may be many before the first day that tells. */
    private final Set<String> dates = new LinkedHashSet<>();
    private final Set<String> missingWords = new HashSet<>();
    private final Set<String> truths = new HashSet<>();
    private final String[] examples = new String[Shape.values().length];
    private int words;
    private int shortYears;

    void add(Shape shape, char[] chars, int start, int end) {
        if (count(shape, chars, start, end)) {
            detail(shape, TextIndex.hash(chars, start, end), chars, start, end);
        }
    }

    /** The same of a cell for whose text {@link TextIndex#hash} is known. */
    void add(Shape shape, int hash, char[] chars, int start, int end) {
        if (count(shape, chars, start, end)) {
            detail(shape, hash, chars, start, end);
        }
    }

    /** The cells of a batch. */
    void add(CellColumn cells) {
        for (int i = 0; i < counts.length; i++) {
            if (cells.count(i) > 0) {
                counts[i] += cells.count(i);
                examples[i] = examples[i] == null ? cells.string(cells.example(i)) : examples[i];
            }
        }
        if (cells.isOfTexts()) {
            for (int text = 0; text < cells.different(); text++) {
                detail(cells, cells.sample(text));
            }
        } else if (!cells.isPlain()) {
            for (int record = 0; record < cells.count(); record++) {
                detail(cells, record);
            }
        }
    }

    private void detail(CellColumn cells, int record) {
        Shape shape = cells.shape(record);
        if (isAsked(shape)) {
            int start = cells.start(record);
            int end = cells.end(record);
            int hash = cells.isOfTexts() ? (int) cells.value(record) : TextIndex.hash(cells.chars(), start, end);
            detail(shape, hash, cells.chars(), start, end);
        }
    }

    private boolean count(Shape shape, char[] chars, int start, int end) {
        counts[shape.ordinal()]++;
        if (examples[shape.ordinal()] == null) {
            examples[shape.ordinal()] = new String(chars, start, end - start);
        }
        return isAsked(shape);
    }

    /** Whether more is to be known of a cell than its shape. */
    private boolean isAsked(Shape shape) {
        return !isPlain(shape) && (texts.size() < MAX_DISTINCT || dates.size() < MAX_DATES && shape == Shape.NUMERIC_DATE);
    }

    /** Whether the shape says all that is ever asked of a cell. */
    static boolean isPlain(Shape shape) {
        return shape == Shape.INTEGER || shape == Shape.POINT || shape == Shape.EMPTY;
    }

    private void detail(Shape shape, int hash, char[] chars, int start, int end) {
        if (texts.find(hash, chars, start, end) == TextIndex.UNKNOWN) {
            detail(shape, new String(chars, start, end - start), texts.size() < MAX_DISTINCT);
        }
    }

    /** Of a text that was not among those known. */
    private void detail(Shape shape, String text, boolean room) {
        if (room) {
            texts.add(text);
            words += shape == Shape.TEXT ? 1 : 0;
            shortYears += shape == Shape.TEXT && ShortYears.isIn(text) ? 1 : 0;
        }
        if (shape == Shape.NUMERIC_DATE && dates.size() < MAX_DATES) {
            int time = text.indexOf(' ') < 0 ? text.indexOf('T') : text.indexOf(' ');
            dates.add(time < 0 ? text : text.substring(0, time));
        }
        if (shape == Shape.MISSING_WORD) {
            missingWords.add(text);
        }
        if (shape == Shape.TRUTH) {
            truths.add(text.toLowerCase(Locale.ROOT));
        }
    }

    /** Adds the cells of the same column in another file. */
    void add(ColumnFacts other, CellShapes shapes) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
            examples[i] = examples[i] == null ? other.examples[i] : examples[i];
        }
        for (String text : other.texts.texts()) {
            char[] chars = text.toCharArray();
            if (texts.size() < MAX_DISTINCT && texts.find(chars, 0, chars.length) == TextIndex.UNKNOWN) {
                detail(shapes.of(text), text, true);
            }
        }
        other.dates.stream().limit(Math.max(0, MAX_DATES - dates.size())).forEach(dates::add);
        missingWords.addAll(other.missingWords);
        truths.addAll(other.truths);
    }

    long count(Shape shape) {
        return counts[shape.ordinal()];
    }

    /** Cells that hold something. */
    long filled() {
        return total() - count(Shape.EMPTY) - count(Shape.MISSING_WORD);
    }

    private long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /** Cells that are numbers in some way of writing. */
    long numeric() {
        long sum = 0;
        for (Shape shape : Shape.values()) {
            sum += shape.isNumeric() ? count(shape) : 0;
        }
        return sum;
    }

    /** Cells that are numbers in this way of writing. */
    long accepted(NumberStyle style) {
        long sum = count(Shape.UNICODE_NUMBER);
        for (Shape shape : Shape.values()) {
            sum += style.accepts(shape) ? count(shape) : 0;
        }
        return sum;
    }

    /** Different texts apart from plain numbers, at most 1001. */
    int distinctTexts() {
        return texts.size();
    }

    /** Different texts that are nothing else, at most 1001. */
    int words() {
        return words;
    }

    /** How many of them are dates with years of two digits. */
    int shortYears() {
        return shortYears;
    }

    /** The word for a missing value that may as well be a value like the others, if there is one. */
    Optional<String> doubtedWord() {
        return DoubtedWords.first(List.copyOf(missingWords), texts.texts().stream().filter(text -> !missingWords.contains(text)).toList());
    }

    /** Whether all truth values are of one pair. */
    boolean isOnePair() {
        return Set.of("true", "false").containsAll(truths) || Set.of("yes", "no").containsAll(truths);
    }

    /** The order of day and month in dates that are written as numbers. */
    Dates.Order dateOrder() {
        return Dates.order(List.copyOf(dates));
    }

    /** Such a date, one that shows its order if there is one; null if there is none at all. */
    String dateExample() {
        return dates.stream().filter(date -> Dates.order(List.of(date)) != Dates.Order.AMBIGUOUS).findFirst()
                .orElseGet(() -> dates.stream().findFirst().orElse(null));
    }

    /** Whether they are written with points. */
    boolean hasDatesWithPoints() {
        return !dates.isEmpty() && dates.stream().allMatch(date -> date.indexOf('.') > 0);
    }

    /** The first cell of this shape, or null. */
    String example(Shape shape) {
        return examples[shape.ordinal()];
    }
}
