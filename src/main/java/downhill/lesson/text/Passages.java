package downhill.lesson.text;

import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines as blocks: paragraphs, formulas between {@code $$}, code between fences, points that begin with a dash or are numbered from 1. */
final class Passages {
    static final String FENCE = "```";
    private static final String FORMULA = "$$";
    private static final Pattern POINT = Pattern.compile("(?:[-*]|(\\d+)\\.)\\s+(.*)");
    private static final Pattern MARKED = Pattern.compile("`([^`]+)`|\\$([^$]+)\\$|\\*\\*([^*]+)\\*\\*|\\*([^*\\s][^*]*)\\*");
    /** The space before the sign, which would stand alone at the begin of a line. */
    private static final Pattern PERCENT = Pattern.compile("(?<=\\d) (?=%)");

    private final List<String> lines;
    private final int first;
    private int at;

    /** @param first number of the first line in the file */
    Passages(List<String> lines, int first) {
        this.lines = lines;
        this.first = first;
    }

    List<Passage> all() {
        List<Passage> all = new ArrayList<>();
        while (at < lines.size()) {
            String line = lines.get(at);
            if (line.isBlank()) {
                at++;
            } else if (line.startsWith(FENCE)) {
                all.add(new Passage.Listing(String.join("\n", until(FENCE))));
            } else if (line.startsWith(FORMULA)) {
                all.add(formula(line));
            } else if (isPoint(0)) {
                all.add(points());
            } else {
                all.add(new Passage.Paragraph(spans(flowing(0))));
            }
        }
        return all;
    }

    private Passage formula(String line) {
        String rest = line.substring(FORMULA.length()).strip();
        if (rest.endsWith(FORMULA)) {
            at++;
            return new Passage.Formula(rest.substring(0, rest.length() - FORMULA.length()).strip());
        }
        return new Passage.Formula(String.join("\n", until(FORMULA)).strip());
    }

    /** The lines from here to the next that begins with the mark. */
    private List<String> until(String mark) {
        int from = at++;
        List<String> within = new ArrayList<>();
        while (at < lines.size() && !lines.get(at).startsWith(mark)) {
            within.add(lines.get(at++));
        }
        if (at++ >= lines.size()) {
            throw new TextFault(first + from, Said.of("lesson.text.open", mark));
        }
        return within;
    }

    private Passage points() {
        List<List<TextPiece>> points = new ArrayList<>();
        boolean numbered = false;
        while (at < lines.size() && isPoint(points.size())) {
            Matcher point = POINT.matcher(lines.get(at++));
            numbered = point.matches() && point.group(1) != null;
            points.add(spans(joined(point.group(2), flowing(points.size() + 1))));
        }
        return new Passage.Points(points, numbered);
    }

    /** Whether a point begins here, {@code before} of its list before it: a sentence may begin with a number, too, such as "89. It …". */
    private boolean isPoint(int before) {
        Matcher point = POINT.matcher(lines.get(at));
        return point.matches() && (point.group(1) == null || point.group(1).equals(String.valueOf(before + 1)));
    }

    /** Lines up to a blank one or another kind of block, as one; {@code before} points of a list stand before it. */
    private String flowing(int before) {
        String all = "";
        while (at < lines.size() && !lines.get(at).isBlank() && !lines.get(at).startsWith(FENCE) && !lines.get(at).startsWith(FORMULA)
                && (all.isEmpty() && before == 0 || !isPoint(before))) {
            all = joined(all, lines.get(at++).strip());
        }
        return all;
    }

    /** Chinese is written without spaces: a line that ends in it goes on at once. */
    private static String joined(String one, String next) {
        if (one.isEmpty() || next.isEmpty()) {
            return one + next;
        }
        return isWide(one.codePointBefore(one.length())) && isWide(next.codePointAt(0)) ? one + next : one + " " + next;
    }

    private static boolean isWide(int point) {
        return Character.isIdeographic(point) || point >= 0x3000 && point <= 0x303F || point >= 0xFF00 && point <= 0xFFEF
                || "“”‘’…—".indexOf(point) >= 0;
    }

    private static List<TextPiece> spans(String written) {
        String text = PERCENT.matcher(written).replaceAll("\u00a0");
        List<TextPiece> spans = new ArrayList<>();
        Matcher marked = MARKED.matcher(text);
        int from = 0;
        while (marked.find()) {
            add(spans, text.substring(from, marked.start()), TextPiece.Style.PLAIN);
            add(spans, marked.group(1), TextPiece.Style.CODE);
            add(spans, marked.group(2), TextPiece.Style.FORMULA);
            add(spans, marked.group(3), TextPiece.Style.STRONG);
            add(spans, marked.group(4), TextPiece.Style.EMPHASIS);
            from = marked.end();
        }
        add(spans, text.substring(from), TextPiece.Style.PLAIN);
        return spans;
    }

    private static void add(List<TextPiece> spans, String text, TextPiece.Style style) {
        if (text != null && !text.isEmpty()) {
            spans.add(new TextPiece(text, style));
        }
    }
}
