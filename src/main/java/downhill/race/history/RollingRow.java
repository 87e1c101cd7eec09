package downhill.race.history;

import java.util.Arrays;

/**
 * A growing row of numbers that forgets its beginning. One thread writes; what it has published never changes, so readers
 * need no lock: chunks are only ever filled beyond what was published, and are copied before they are cut.
 */
final class RollingRow {
    private static final int SHIFT = 12;
    static final int CHUNK = 1 << SHIFT;
    /** Numbers of the first chunk as it begins: most rows of a race with many contenders stay short. */
    private static final int BEGINNING = 64;
    private static final int MASK = CHUNK - 1;
    private static final double[][] NONE = {};

    /** What readers see: elements {@code first} to {@code length} − 1. */
    record View(double[][] chunks, long firstChunk, long first, long length) {
        double get(long index) {
            return chunks[(int) ((index >>> SHIFT) - firstChunk)][(int) index & MASK];
        }
    }

    private final int maxChunks;
    private double[][] chunks = NONE;
    private long firstChunk;
    private long origin;
    private long length;
    private View view = new View(NONE, 0, 0, 0);

    RollingRow(int maxChunks) {
        this.maxChunks = maxChunks;
    }

    /** A track that goes on from a saved one; the saved one stays as it is. */
    static RollingRow of(SavedTrack saved, int maxChunks) {
        RollingRow track = new RollingRow(maxChunks);
        track.chunks = saved.chunks().clone();
        int last = track.chunks.length - 1;
        if (last >= 0) {
            track.chunks[last] = track.chunks[last].clone();
        }
        track.firstChunk = saved.firstChunk();
        track.origin = saved.origin();
        track.length = saved.length();
        return track;
    }

    /** As it stands; for the writer. */
    SavedTrack save() {
        return new SavedTrack(origin, firstChunk, length, chunks);
    }

    long length() {
        return length;
    }

    long first() {
        return Math.max(origin, firstChunk << SHIFT);
    }

    /** For the writer: also what is not yet published. */
    double get(long index) {
        return chunks[(int) ((index >>> SHIFT) - firstChunk)][(int) index & MASK];
    }

    void add(double value) {
        double[] chunk = open();
        chunk[(int) length & MASK] = value;
        length++;
    }

    /** Two numbers at once; the length has to be even, so that they lie in one chunk. */
    void addPair(double a, double b) {
        double[] chunk = open();
        int place = (int) length & MASK;
        chunk[place] = a;
        chunk[place + 1] = b;
        length += 2;
    }

    void addAll(double[] values, int from, int to) {
        for (int at = from; at < to; ) {
            double[] chunk = open();
            int place = (int) length & MASK;
            int count = Math.min(to - at, chunk.length - place);
            System.arraycopy(values, at, chunk, place, count);
            length += count;
            at += count;
        }
    }

    /** The last chunk, with room for another number or two: chunks hold an even number of them. */
    private double[] open() {
        int place = (int) length & MASK;
        if (chunks.length == 0 || place == 0) {
            grow();
        } else if (place == chunks[chunks.length - 1].length) {
            widen(2 * place);
        }
        return chunks[chunks.length - 1];
    }

    private void widen(int room) {
        double[][] wider = chunks.clone();
        wider[wider.length - 1] = Arrays.copyOf(wider[wider.length - 1], room);
        chunks = wider;
    }

    private void grow() {
        if (chunks.length == 0) {
            firstChunk = length >>> SHIFT;
        }
        int room = chunks.length == 0 && (length & MASK) == 0 ? BEGINNING : CHUNK;
        int drop = chunks.length == maxChunks ? 1 : 0;
        double[][] more = Arrays.copyOfRange(chunks, drop, chunks.length + 1);
        more[more.length - 1] = new double[room];
        chunks = more;
        firstChunk += drop;
    }

    /** Forgets everything from element {@code newLength} on; where all is forgotten, the track goes on from there. */
    void truncate(long newLength) {
        if (newLength >= length) {
            return;
        }
        length = newLength;
        if (newLength <= first()) {
            chunks = NONE;
            origin = newLength;
            firstChunk = newLength >>> SHIFT;
            return;
        }
        int kept = (int) (((newLength - 1) >>> SHIFT) - firstChunk) + 1;
        double[][] fewer = Arrays.copyOf(chunks, kept);
        fewer[kept - 1] = fewer[kept - 1].clone();
        chunks = fewer;
    }

    /** What may now be shown to readers; hand it over through a volatile field. */
    View view() {
        if (view.length != length || view.chunks != chunks) {
            view = new View(chunks, firstChunk, first(), length);
        }
        return view;
    }

    long bytes() {
        return chunks.length == 0 ? 0 : (chunks.length - 1) * (CHUNK * 8L + 24) + chunks[chunks.length - 1].length * 8L + 24;
    }
}
