package downhill.ui.robot;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that a person does to a window, as a line that can be kept and repeated: a verb and what it is done to, between tabs.
 *
 * @param verb  what is done, as {@link Hands} knows it
 * @param words what it is done to, and how
 */
record Deed(String verb, List<String> words) {
    private static final String BETWEEN = "\t";

    static Deed of(String verb, Object... words) {
        List<String> all = new ArrayList<>();
        for (Object word : words) {
            all.add(String.valueOf(word));
        }
        return new Deed(verb, all);
    }

    static Deed read(String line) {
        String[] parts = line.split(BETWEEN, -1);
        List<String> words = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            words.add(plain(parts[i]));
        }
        return new Deed(parts[0], words);
    }

    String line() {
        StringBuilder line = new StringBuilder(verb);
        words.forEach(word -> line.append(BETWEEN).append(escaped(word)));
        return line.toString();
    }

    String word(int place) {
        return words.get(place);
    }

    int whole(int place) {
        return Integer.parseInt(words.get(place));
    }

    double number(int place) {
        return Double.parseDouble(words.get(place));
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String plain(String word) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char now = word.charAt(i);
            if (now == '\\' && i + 1 < word.length()) {
                now = word.charAt(++i);
                now = now == 't' ? '\t' : now == 'n' ? '\n' : now == 'r' ? '\r' : now;
            }
            text.append(now);
        }
        return text.toString();
    }
}
