package downhill.ui.screen.lesson;

import downhill.data.Visible;
import downhill.lesson.text.Passage;
import downhill.lesson.text.TextPiece;
import downhill.ui.control.FormulaText;
import downhill.ui.control.Labels;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The words of a lesson as they are set. */
public final class TextBlocks {
    private TextBlocks() {
    }

    /** One below the other. */
    public static List<Node> of(List<Passage> passages) {
        return passages.stream().map(TextBlocks::of).toList();
    }

    private static Node of(Passage passage) {
        if (passage instanceof Passage.Paragraph paragraph) {
            return flow(paragraph.spans());
        } else if (passage instanceof Passage.Formula formula) {
            VBox lines = new VBox(2);
            formula.text().lines().forEach(line -> lines.getChildren().add(spoken(new TextFlow(nodes(FormulaText.pieces(line))), line)));
            lines.getStyleClass().add("lesson-formula");
            return lines;
        } else if (passage instanceof Passage.Listing listing) {
            Label code = Labels.plain(listing.text(), "rule-text", "lesson-code");
            code.setMaxWidth(Double.MAX_VALUE);
            return code;
        }
        return points((Passage.Points) passage);
    }

    private static VBox points(Passage.Points points) {
        VBox lines = new VBox(4);
        for (int i = 0; i < points.points().size(); i++) {
            Label mark = Labels.plain(points.numbered() ? (i + 1) + "." : "•", "secondary");
            TextFlow words = flow(points.points().get(i));
            HBox.setHgrow(words, Priority.ALWAYS);
            lines.getChildren().add(new HBox(8, mark, words));
        }
        return lines;
    }

    /** A line that flows. */
    static TextFlow flow(List<TextPiece> pieces) {
        List<Text> texts = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        pieces.forEach(piece -> {
            all.append(piece.text());
            if (piece.style() == TextPiece.Style.FORMULA) {
                texts.addAll(FormulaText.pieces(piece.text()));
            } else {
                texts.add(text(piece));
            }
        });
        return spoken(new TextFlow(nodes(texts)), all.toString());
    }

    private static Text text(TextPiece piece) {
        Text text = new Text(Visible.text(piece.text()));
        text.getStyleClass().addAll("words", "lesson-words");
        switch (piece.style()) {
            case EMPHASIS -> text.getStyleClass().add("lesson-emphasis");
            case STRONG -> text.getStyleClass().add("strong");
            case CODE -> text.getStyleClass().add("lesson-inline");
            default -> { }
        }
        return text;
    }

    private static Node[] nodes(List<Text> texts) {
        return texts.toArray(Node[]::new);
    }

    private static TextFlow spoken(TextFlow flow, String words) {
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(words);
        flow.getStyleClass().add("lesson-line");
        return flow;
    }
}
