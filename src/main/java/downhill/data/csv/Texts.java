package downhill.data.csv;

import java.text.Normalizer;

/** Texts for messages and names. */
final class Texts {
    private static final int CLIP = 60;

    private Texts() {
    }

    /** A delimiter as people call it. */
    static String visible(String delimiter) {
        return switch (delimiter) {
            case "\t" -> "tab";
            case " " -> "space";
            default -> delimiter.replace("\t", "tab ").strip();
        };
    }

    /** The first few. */
    static String some(java.util.List<String> texts, int most) {
        return String.join(", ", texts.subList(0, Math.min(most, texts.size()))) + (texts.size() > most ? ", …" : "");
    }

    /** A cell for a message: clipped, control characters shown as spaces. */
    static String clip(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > CLIP ? plain.substring(0, CLIP) + "…" : plain;
    }

    /** So many of something, in the right number. */
    static String count(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    /** A column name for the table: composed (NFC), on one line, of bearable length. */
    static String name(String raw) {
        String composed = Normalizer.normalize(raw, Normalizer.Form.NFC).replaceAll("[\\p{Cntrl}\uFEFF\u200B\u2060]+", " ").strip();
        return composed.length() > 200 ? composed.substring(0, 200) + "…" : composed;
    }
}
