package downhill.ui.screen.evaluate;

import downhill.race.document.ContenderSpec;
import downhill.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A sentence in which the names of contenders have their colours; follows the theme. */
final class NamedSentence extends TextFlow {
    private final ObservableValue<Theme> theme = sceneProperty().flatMap(Theme::of).orElse(Theme.LIGHT);
    private String words = "";
    private List<ContenderSpec> contenders = List.of();

    NamedSentence() {
        theme.addListener((source, old, now) -> fill());
    }

    /** Shows {@code sentence}, in which some of {@code who} are named. */
    void show(String sentence, List<ContenderSpec> who) {
        words = sentence.replace(" %", "\u00a0%"); // which would stand alone at the begin of a line
        contenders = who.stream().sorted(Comparator.comparingInt((ContenderSpec one) -> one.name().length()).reversed()).toList();
        fill();
        setAccessibleText(sentence);
    }

    private void fill() {
        List<Text> parts = new ArrayList<>();
        int plain = 0;
        int at = 0;
        while (at < words.length()) {
            ContenderSpec named = namedAt(at);
            if (named == null) {
                at++;
            } else {
                add(parts, words.substring(plain, at), -1);
                add(parts, named.name(), named.style());
                at += named.name().length();
                plain = at;
            }
        }
        add(parts, words.substring(plain), -1);
        getChildren().setAll(parts);
    }

    /** The longest name that begins there and is no part of a word. */
    private ContenderSpec namedAt(int at) {
        boolean begins = at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1)) || isHan(words.charAt(at - 1));
        return !begins ? null : contenders.stream().filter(one -> !one.name().isBlank() && words.startsWith(one.name(), at)
                && ends(at + one.name().length())).findFirst().orElse(null);
    }

    private boolean ends(int at) {
        return at >= words.length() || !Character.isLetterOrDigit(words.charAt(at)) || isHan(words.charAt(at));
    }

    private static boolean isHan(char letter) {
        return Character.isIdeographic(letter);
    }

    private void add(List<Text> parts, String text, int style) {
        if (!text.isEmpty()) {
            Text part = new Text(text);
            part.getStyleClass().add("words");
            if (style >= 0) {
                part.getStyleClass().add("strong");
                part.setStyle("-fx-fill: " + theme.getValue().palette().contender(style).text().css());
            }
            parts.add(part);
        }
    }
}
