package downhill.data.csv;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Numbers different texts in the order in which they first come. A text that is known is found by its characters where they stand, so
 * that no text is made for it: of a column of labels nearly all cells are.
 */
final class TextIndex implements Serializable {
    private static final long serialVersionUID = 1L;
    /** What {@link #find} gives for a text that is not among them. */
    static final int UNKNOWN = -1;
    private static final int FIRST_SLOTS = 64;
    private static final int MULTIPLIER = 0x9E3779B1;

    private final List<String> texts = new ArrayList<>();
    /** Open addressing: number of a text plus one, 0 where there is none; at most half are taken. */
    private int[] slots = new int[FIRST_SLOTS];
    private int[] hashes = new int[FIRST_SLOTS / 2];

    /** The number of a text, or {@link #UNKNOWN}. */
    int find(char[] chars, int start, int end) {
        return find(hash(chars, start, end), chars, start, end);
    }

    /** The same of a text whose {@link #hash} is known. */
    int find(int hash, char[] chars, int start, int end) {
        int mask = slots.length - 1;
        for (int slot = place(hash, mask); slots[slot] != 0; slot = slot + 1 & mask) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && isEqual(texts.get(number), chars, start, end)) {
                return number;
            }
        }
        return UNKNOWN;
    }

    /** Adds a text that is not among them and returns its number. */
    int add(String text) {
        int number = texts.size();
        if (number == hashes.length) {
            grow();
        }
        char[] chars = text.toCharArray();
        hashes[number] = hash(chars, 0, chars.length);
        texts.add(text);
        put(number);
        return number;
    }

    int size() {
        return texts.size();
    }

    /** All of them in their order. */
    List<String> texts() {
        return Collections.unmodifiableList(texts);
    }

    String text(int number) {
        return texts.get(number);
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, hashes.length * 2);
        slots = new int[slots.length * 2];
        for (int number = 0; number < texts.size(); number++) {
            put(number);
        }
    }

    private void put(int number) {
        int mask = slots.length - 1;
        int slot = place(hashes[number], mask);
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = number + 1;
    }

    /** Where in a table of a power of two a text of this hash is looked for first. */
    static int place(int hash, int mask) {
        return (hash ^ hash >>> 15) & mask;
    }

    /** Of the characters and their order. */
    static int hash(char[] chars, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = (hash ^ chars[i]) * MULTIPLIER;
            hash ^= hash >>> 16;
        }
        return hash;
    }

    /** Whether a text has these characters. */
    static boolean isEqual(String text, char[] chars, int start, int end) {
        int length = end - start;
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }
}
