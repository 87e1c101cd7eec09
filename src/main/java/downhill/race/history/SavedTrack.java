package downhill.race.history;

import downhill.words.Said;

/**
 * A row of numbers as it stood at one moment; never written to. Elements {@code max(origin, firstChunk · 4096)} to
 * {@code length} − 1 are known; what lies behind {@code length} in the last chunk means nothing.
 *
 * @param origin     index before which everything was forgotten at once, 0 mostly
 * @param firstChunk number of the first chunk that is kept
 * @param length     index behind the last element
 * @param chunks     4096 numbers each, the last one as many as are known or more
 */
public record SavedTrack(long origin, long firstChunk, long length, double[][] chunks) {
    /** Numbers in a chunk. */
    public static final int CHUNK = RollingRow.CHUNK;

    /** Index of the first element that is known. */
    public long first() {
        return Math.max(origin, firstChunk * CHUNK);
    }

    /** Throws {@link IllegalArgumentException} where the parts do not belong together. */
    void check(int maxChunks) {
        boolean fits = origin >= 0 && firstChunk >= 0 && length >= 0 && origin <= length && chunks.length <= maxChunks
                && length <= Long.MAX_VALUE / CHUNK - maxChunks && firstChunk <= length / CHUNK;
        boolean whole = fits && (chunks.length == 0 ? length <= first() || length == 0
                : firstChunk + chunks.length == (length + CHUNK - 1) / CHUNK && first() <= length);
        for (double[] chunk : chunks) {
            whole &= chunk.length == CHUNK || chunk == chunks[chunks.length - 1] && chunk.length >= (length - 1) % CHUNK + 1;
        }
        SavedHistory.require(whole, Said.of("history.row.gap"));
    }
}
