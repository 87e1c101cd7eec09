package downhill.ui.screen.glass;

import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Lines of formulas in print: symbols in a serif italic, the numbers of the step in the accent colour, the outcome strong. */
final class NumbersText {
    private static final Pattern PIECE = Pattern.compile("(?:\\(−?[0-9.,]+[^()]*\\)|−?[0-9.,]+|−?∞|–)" + RuleLines.LIVE
            + "|\\p{L}[\\p{L}\\p{M}₀-₉]*|[^\\p{L}]");

    /** Between digits: the point, the comma and the times of a power of ten. */
    private static final Pattern BREAKS = Pattern.compile("(?<=[0-9])(?:[.,]|·(?=10[⁻⁰¹²³⁴-⁹]))(?=[0-9])");
    /** A space of no width that joins what is before it to what is behind it. */
    private static final String JOINER = "\ufeff";

    /** A run of words in one style. */
    private record Piece(String words, List<String> styles) {
        boolean fits(Node node) {
            return node instanceof Text && node.getStyleClass().equals(styles);
        }
    }

    private final List<Piece> pieces = new ArrayList<>();

    /** Words that explain a line. */
    NumbersText words(String key) {
        add(Messages.text(key) + "  ", "secondary", "small-caption");
        return this;
    }

    NumbersText symbol(String name) {
        add(name, "formula", "slanted");
        return this;
    }

    NumbersText plain(String text) {
        add(text, "glass-figure");
        return this;
    }

    NumbersText live(String number) {
        add(number, "glass-figure", "accent-text");
        return this;
    }

    NumbersText strong(String number) {
        add(number, "glass-figure", "strong");
        return this;
    }

    /** A right side in which live numbers are marked. */
    NumbersText numbers(String text) {
        Matcher matcher = PIECE.matcher(text);
        StringBuilder plain = new StringBuilder();
        while (matcher.find()) {
            String piece = matcher.group();
            boolean live = piece.endsWith(String.valueOf(RuleLines.LIVE));
            boolean symbol = Character.isLetter(piece.charAt(0));
            if ((live || symbol) && !plain.isEmpty()) {
                plain(plain.toString());
                plain.setLength(0);
            }
            if (live) {
                live(piece.substring(0, piece.length() - 1));
            } else if (symbol) {
                add(piece, "formula", piece.length() > 1 ? "upright" : "slanted");
            } else {
                plain.append(piece);
            }
        }
        if (!plain.isEmpty()) {
            plain(plain.toString());
        }
        return this;
    }

    /** A number is not broken at the end of a line, be it between its digits and its power of ten. */
    static String unbroken(String words) {
        return BREAKS.matcher(words).replaceAll(JOINER + "$0" + JOINER);
    }

    private void add(String words, String... styles) {
        pieces.add(new Piece(unbroken(words), List.of(styles)));
    }

    TextFlow flow() {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("glass-line");
        pieces.forEach(piece -> {
            Text text = new Text();
            text.getStyleClass().addAll(piece.styles());
            flow.getChildren().add(text);
        });
        write(flow);
        return flow;
    }

    /** Puts its words into a line that looks alike, so that it need not be dressed anew; gives whether {@code node} is one. */
    boolean into(Node node) {
        boolean alike = node instanceof TextFlow flow && flow.getChildren().size() == pieces.size()
                && IntStream.range(0, pieces.size()).allMatch(i -> pieces.get(i).fits(flow.getChildren().get(i)));
        if (alike) {
            write((TextFlow) node);
        }
        return alike;
    }

    private void write(TextFlow flow) {
        for (int i = 0; i < pieces.size(); i++) {
            ((Text) flow.getChildren().get(i)).setText(pieces.get(i).words());
        }
        flow.setAccessibleText(pieces.stream().map(Piece::words).collect(Collectors.joining()).replace(JOINER, ""));
    }

    /** The line of states freed of their start's bias. */
    static NumbersText corrected(Map<String, Double> values) {
        NumbersText text = new NumbersText().words("glass.bias");
        String between = "";
        for (Map.Entry<String, Double> one : new java.util.TreeMap<>(values).entrySet()) {
            text.plain(between).symbol(one.getKey()).plain(" = ").live(Figures.of(one.getValue()));
            between = ", ";
        }
        return text;
    }
}
