package downhill.data.csv;

/**
 * Shapes of cells, those of frequent texts from memory: what no quick look tells, such as the name of a town, is told by many patterns,
 * which would be tried anew for each cell. One thread at a time.
 */
final class KnownShapes {
    private static final int PLACES = 1 << 12;
    private static final int LONGEST = 64;

    private final CellShapes shapes;
    private final String[] texts = new String[PLACES];
    private final Shape[] known = new Shape[PLACES];

    KnownShapes(CellShapes shapes) {
        this.shapes = shapes;
    }

    /** As {@link CellShapes#of(char[], int, int)}. */
    Shape of(char[] chars, int start, int end) {
        Shape quick = shapes.quick(chars, start, end);
        if (quick != null) {
            return quick;
        }
        if (end - start > LONGEST) {
            return shapes.slow(new String(chars, start, end - start));
        }
        int hash = TextIndex.hash(chars, start, end);
        int place = (hash ^ hash >>> 12) & PLACES - 1;
        if (texts[place] == null || !TextIndex.isEqual(texts[place], chars, start, end)) {
            String text = new String(chars, start, end - start);
            known[place] = shapes.slow(text);
            texts[place] = text;
        }
        return known[place];
    }
}
