package downhill.ui.control;

import downhill.data.Visible;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javafx.scene.control.TextFormatter.Change;

/**
 * Lets into a field what a person can see, and nothing else: characters that {@link Visible#steers steer} what shows them, and halves of
 * characters, stay out. Some systems type a character beyond the first 65,536 as its two halves, one after the other: the first waits
 * for the second. Where a field has one line only, ends of lines and tabs within a text are spaces.
 */
final class Cleaner implements UnaryOperator<Change> {
    private static final String NONE = "";
    /** A cell of a table is often copied with the end of its line. */
    private static final Pattern EDGE = Pattern.compile("^[\r\n\t]+|[\r\n\t]+$");

    private final boolean lines;
    private final Consumer<String> leftOut;
    /** The first half of a character, typed just now; empty where there is none. */
    private String half = NONE;

    /** @param leftOut receives what a change brought and the field did not take, made visible */
    Cleaner(boolean lines, Consumer<String> leftOut) {
        this.lines = lines;
        this.leftOut = leftOut;
    }

    @Override
    public Change apply(Change change) {
        if (!change.isContentChange()) {
            return change;
        }
        keepPairs(change);
        String typed = change.getText();
        String whole = completed(typed);
        half = waits(whole) ? whole : NONE;
        String seen = half.isEmpty() ? cleaned(whole) : NONE;
        if (!seen.equals(typed)) {
            boolean behind = change.getCaretPosition() == change.getRangeStart() + typed.length();
            change.setText(seen);
            int end = change.getRangeStart() + seen.length();
            int caret = behind ? end : Math.min(change.getCaretPosition(), end);
            change.selectRange(caret, caret);
        }
        return change;
    }

    private String completed(String typed) {
        boolean second = typed.length() == 1 && Character.isLowSurrogate(typed.charAt(0));
        return second ? half + typed : typed;
    }

    private static boolean waits(String typed) {
        return typed.length() == 1 && Character.isHighSurrogate(typed.charAt(0));
    }

    /** No change parts the two halves of a character that is there. */
    private static void keepPairs(Change change) {
        int from = change.getRangeStart() - (parts(change.getControlText(), change.getRangeStart()) ? 1 : 0);
        int to = change.getRangeEnd() + (parts(change.getControlText(), change.getRangeEnd()) ? 1 : 0);
        if (from != change.getRangeStart() || to != change.getRangeEnd()) {
            change.setRange(from, to);
            change.selectRange(from + change.getText().length(), from + change.getText().length());
        }
    }

    private static boolean parts(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private String cleaned(String text) {
        String plain = lines ? text.replaceAll("\r\n?", "\n") : EDGE.matcher(text).replaceAll("").replaceAll("[\r\n\t]+", " ");
        StringBuilder out = new StringBuilder();
        StringBuilder kept = new StringBuilder();
        plain.codePoints().forEach(point -> (stays(point) ? kept : out).appendCodePoint(point));
        if (out.length() > 0) {
            leftOut.accept(Visible.line(out.toString()));
        }
        return kept.toString();
    }

    private boolean stays(int point) {
        return !Visible.steers(point) || lines && (point == '\n' || point == '\t');
    }
}
