package downhill.lesson.text;

import java.util.List;
import java.util.stream.Collectors;

/** A part of a text, from one blank line to the next. */
public sealed interface Passage {

    /** Lines that flow. */
    record Paragraph(List<TextPiece> spans) implements Passage {
    }

    /** A formula on a line of its own. */
    record Formula(String text) implements Passage {
    }

    /** Code as it stands. */
    record Listing(String text) implements Passage {
    }

    /** Points, each a line that flows; numbered from 1 or with a dot. */
    record Points(List<List<TextPiece>> points, boolean numbered) implements Passage {
    }

    /** The words alone. */
    static String words(List<Passage> blocks) {
        return blocks.stream().map(Passage::words).collect(Collectors.joining("\n"));
    }

    /** The words alone. */
    static String words(Passage block) {
        if (block instanceof Paragraph paragraph) {
            return spans(paragraph.spans());
        } else if (block instanceof Formula formula) {
            return formula.text();
        } else if (block instanceof Listing listing) {
            return listing.text();
        }
        return ((Points) block).points().stream().map(Passage::spans).collect(Collectors.joining("\n"));
    }

    private static String spans(List<TextPiece> spans) {
        return spans.stream().map(TextPiece::text).collect(Collectors.joining());
    }
}
