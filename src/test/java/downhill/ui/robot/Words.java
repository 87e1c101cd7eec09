package downhill.ui.robot;

import downhill.ui.control.Tip;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/** Words on the screen that are no words for people. */
final class Words {
    private static final List<Pattern> NONE_FOR_PEOPLE = Stream.of("\\bnull\\b", "[a-z]Exception\\b", "\\bjava\\.",
            "\\bdownhill\\.[a-z]+\\.", "REDACTED", "\\w@[0-9a-f]{6,}", "\\{[0-9]\\}", "Index -?\\d+ out of", "Something went wrong",
            "^[a-z]{3,}(\\.[a-zA-Z]{2,}){1,3}$")
                    .map(Pattern::compile).toList();
    private static final Pattern FILE = Pattern.compile(".*\\.(csv|tsv|json|downhill|downhill-model|rule|png|svg|pdf|gif|txt)");

    private Words() {
    }

    /** Adds what is shown at {@code node} or below it. */
    static void look(Node node, List<Fault> faults) {
        if (!node.isVisible()) {
            return;
        }
        Stream.of(shown(node), tip(node), node.getAccessibleText()).forEach(text -> read(text, node, faults));
        if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, faults));
        }
    }

    private static String shown(Node node) {
        return node instanceof Labeled labeled ? labeled.getText() : node instanceof Text plain ? plain.getText() : null;
    }

    private static String tip(Node node) {
        return Tip.told(node);
    }

    private static void read(String text, Node node, List<Fault> faults) {
        if (text != null && !text.isEmpty()) {
            NONE_FOR_PEOPLE.stream().filter(one -> one.matcher(text).find() && !FILE.matcher(text).matches())
                    .forEach(one -> faults.add(new Fault("words not for people (" + one + ")", text + "\nin " + node)));
        }
    }
}
