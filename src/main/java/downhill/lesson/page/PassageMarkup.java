package downhill.lesson.page;

import downhill.data.Visible;
import downhill.lesson.text.Passage;
import downhill.lesson.text.TextPiece;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Words of a lesson as XHTML that every browser, learning platform and reader of QTI takes: paragraphs, lists, code, formulas in
 * italics.
 */
final class PassageMarkup {
    private PassageMarkup() {
    }

    /** One block below the other. */
    static String of(List<Passage> passages) {
        return passages.stream().map(PassageMarkup::block).collect(Collectors.joining("\n"));
    }

    private static String block(Passage passage) {
        if (passage instanceof Passage.Paragraph paragraph) {
            return "<p>" + line(paragraph.spans()) + "</p>";
        } else if (passage instanceof Passage.Formula formula) {
            return formula.text().lines().map(line -> "<p class=\"formula\">" + formula(line) + "</p>").collect(Collectors.joining("\n"));
        } else if (passage instanceof Passage.Listing listing) {
            return "<pre>" + text(listing.text()) + "</pre>";
        }
        Passage.Points points = (Passage.Points) passage;
        String tag = points.numbered() ? "ol" : "ul";
        return points.points().stream().map(point -> "<li>" + line(point) + "</li>").collect(Collectors.joining("", "<" + tag
                + ">", "</" + tag + ">"));
    }

    /** The same where no block may stand: lines one after another, with a break between them. */
    static String inline(List<Passage> passages) {
        return passages.stream().map(PassageMarkup::within).collect(Collectors.joining("<br/>"));
    }

    private static String within(Passage passage) {
        if (passage instanceof Passage.Paragraph paragraph) {
            return line(paragraph.spans());
        } else if (passage instanceof Passage.Formula formula) {
            return formula.text().lines().map(PassageMarkup::formula).collect(Collectors.joining("<br/>"));
        } else if (passage instanceof Passage.Listing listing) {
            return listing.text().lines().map(line -> "<code>" + text(line) + "</code>").collect(Collectors.joining("<br/>"));
        }
        return ((Passage.Points) passage).points().stream().map(point -> "• " + line(point)).collect(Collectors.joining("<br/>"));
    }

    private static String line(List<TextPiece> pieces) {
        return pieces.stream().map(PassageMarkup::piece).collect(Collectors.joining());
    }

    private static String piece(TextPiece piece) {
        return switch (piece.style()) {
            case PLAIN -> text(piece.text());
            case EMPHASIS -> "<em>" + text(piece.text()) + "</em>";
            case STRONG -> "<strong>" + text(piece.text()) + "</strong>";
            case CODE -> "<code>" + text(piece.text()) + "</code>";
            case FORMULA -> formula(piece.text());
        };
    }

    /** Single letters are slanted, names of several are upright, what follows a hat is raised. */
    static String formula(String formula) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < formula.length()) {
            boolean raised = formula.charAt(at) == '^' && at + 1 < formula.length() && Character.isLetterOrDigit(formula.charAt(at + 1));
            int from = raised ? at + 1 : at;
            int end = from;
            while (end < formula.length() && Character.isLetterOrDigit(formula.charAt(end))) {
                end++;
            }
            if (end == from) {
                out.append(text(formula.substring(at, ++at)));
                continue;
            }
            String word = formula.substring(from, end);
            boolean slanted = Character.isLetter(word.charAt(0)) && word.codePoints().filter(Character::isLetter).count() == 1;
            String shown = slanted ? "<i>" + text(word) + "</i>" : text(word);
            out.append(raised ? "<sup>" + shown + "</sup>" : shown);
            at = end;
        }
        return out.toString();
    }

    /** As content of an element, or within double quotes as an attribute. */
    static String text(String text) {
        StringBuilder safe = new StringBuilder();
        Visible.text(text).codePoints().forEach(point -> safe.append(switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> Character.toString(point);
        }));
        return safe.toString();
    }
}
