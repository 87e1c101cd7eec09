package downhill.ui.screen.palette;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/**
 * How well what a person typed fits some words: every word typed has its letters in the text, in order, not necessarily side by side.
 * Letters at the beginning of words and letters side by side count most, as in the search of editors.
 */
final class Fuzzy {
    private static final int LETTER = 1;
    private static final int BEGINNING = 8;
    private static final int SIDE_BY_SIDE = 6;
    private static final int FIRST = 4;
    private static final int FARTHEST = 3;
    private static final int NO = Integer.MIN_VALUE / 2;

    /**
     * That a text fits.
     *
     * @param score greater is better; comparable between texts for one query
     * @param at places of the letters that were typed
     */
    record Match(int score, BitSet at) {
    }

    private Fuzzy() {
    }

    /** Empty where a word of {@code query} is not in {@code text}; an empty query fits everything with 0. */
    static Optional<Match> match(String query, String text) {
        BitSet at = new BitSet();
        int score = 0;
        for (String word : query.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            int one = word.isEmpty() ? 0 : word(word, lower(text), at);
            if (one <= NO / 2) {
                return Optional.empty();
            }
            score += one;
        }
        return Optional.of(new Match(score, at));
    }

    /** Letter by letter, so that places stay places. */
    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) Character.toLowerCase(c)));
        return lower.toString();
    }

    /** Best sum over all ways to find {@code word}; its places are added to {@code at}. */
    private static int word(String word, String text, BitSet at) {
        int[][] best = new int[word.length()][text.length()];
        int[][] from = new int[word.length()][text.length()];
        for (int i = 0; i < word.length(); i++) {
            Arrays.fill(best[i], NO);
            for (int j = i; j < text.length(); j++) {
                if (word.charAt(i) == text.charAt(j)) {
                    from[i][j] = i == 0 ? -1 : before(best[i - 1], j);
                    best[i][j] = letter(text, j) + (i == 0 ? 0 : reached(best[i - 1], from[i][j], j));
                }
            }
        }
        return trace(best, from, at);
    }

    private static int trace(int[][] best, int[][] from, BitSet at) {
        int last = best.length - 1;
        int end = greatest(best[last]);
        int score = end < 0 ? NO : best[last][end];
        if (score > NO / 2) {
            for (int i = last, j = end; i >= 0; j = from[i][j], i--) {
                at.set(j);
            }
        }
        return score;
    }

    /** Where the letter before is best found; -1 where it is nowhere. */
    private static int before(int[] best, int j) {
        int place = -1;
        for (int k = 0; k < j; k++) {
            if (best[k] > NO / 2 && (place < 0 || reached(best, k, j) >= reached(best, place, j))) {
                place = k;
            }
        }
        return place;
    }

    private static int reached(int[] best, int k, int j) {
        if (k < 0) {
            return NO;
        }
        return best[k] + (j == k + 1 ? SIDE_BY_SIDE : -Math.min(FARTHEST, j - k - 1));
    }

    private static int letter(String text, int j) {
        boolean begins = j == 0 || !Character.isLetterOrDigit(text.charAt(j - 1));
        return LETTER + (begins ? BEGINNING : 0) + (j == 0 ? FIRST : 0);
    }

    private static int greatest(int[] row) {
        int place = -1;
        for (int j = 0; j < row.length; j++) {
            if (row[j] > NO / 2 && (place < 0 || row[j] > row[place])) {
                place = j;
            }
        }
        return place;
    }
}
