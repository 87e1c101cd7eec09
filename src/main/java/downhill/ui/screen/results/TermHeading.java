package downhill.ui.screen.results;

import downhill.ui.control.Labels;
import downhill.ui.control.Terms;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Term;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;

/** The title of a column, which tells what it means where it is a term; a click sorts, as everywhere. */
final class TermHeading {
    private TermHeading() {
    }

    /** @param key of the title; it may change */
    static void put(TableColumn<?, ?> column, ObservableValue<String> key) {
        column.getStyleClass().add("headed");
        column.textProperty().bind(key.flatMap(Messages::binding)); // read out, and not drawn: the words in its place are
        column.graphicProperty().bind(key.map(TermHeading::words));
    }

    private static Label words(String key) {
        Label words = Labels.styled(Labels.of(key), "heading");
        words.setMinWidth(0);
        Term.of(key).ifPresent(term -> Terms.markPointed(words, term));
        return words;
    }
}
