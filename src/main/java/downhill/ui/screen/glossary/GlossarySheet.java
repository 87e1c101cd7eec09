package downhill.ui.screen.glossary;

import downhill.ui.control.Labels;
import downhill.ui.control.Sheets;
import downhill.ui.control.TypedList;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Term;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All terms by their words, found by typing, with what the chosen one means beside them. Up and Down work while one types. */
public final class GlossarySheet {
    private static final double WIDTH = 720;
    private static final double LIST = 260;
    private static final double HEIGHT = 380;

    private final TypedList<Term> terms = new TypedList<>("glossary", "glossary.search", "glossary.title", "glossary.none");
    private final ListView<Term> list = terms.list();
    private final Label word = Labels.plain("", "sheet-title");
    private final Label meaning = Labels.plain("", "glossary-text");

    private GlossarySheet() {
        terms.follow(this::search, this::respell);
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((source, old, now) -> show(now));
        word.setWrapText(true);
        meaning.setWrapText(true);
        meaning.setMinHeight(Label.USE_PREF_SIZE);
        search();
    }

    /** Opens it in {@code sheets}. */
    public static void open(Sheets sheets) {
        GlossarySheet glossary = new GlossarySheet();
        VBox left = new VBox(8, glossary.terms.field(), glossary.list);
        left.setMinWidth(LIST);
        left.setPrefWidth(LIST);
        VBox.setVgrow(glossary.list, Priority.ALWAYS);
        VBox right = new VBox(8, glossary.word, glossary.meaning);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox both = new HBox(20, left, right);
        both.setPrefHeight(HEIGHT);
        sheets.open(Messages.binding("glossary.title"), WIDTH, both);
        glossary.terms.field().requestFocus();
    }

    /** Terms whose word in any language, or whose meaning in the one spoken, contains {@code text}; in the order of a dictionary. */
    static List<Term> found(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        Collator order = Collator.getInstance(Messages.languageProperty().get().locale());
        return Arrays.stream(Term.values())
                .filter(term -> Arrays.stream(Language.values()).anyMatch(language -> contains(term.word(language), wanted))
                        || contains(term.meaning(), wanted))
                .sorted(Comparator.comparing((Term term) -> !contains(term.word(), wanted)).thenComparing(Term::word, order)).toList();
    }

    private static boolean contains(String words, String wanted) {
        return words.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private void search() {
        list.getItems().setAll(found(terms.typed()));
        list.getSelectionModel().select(0);
        list.scrollTo(0);
    }

    /** In another language, in whose order; the term chosen stays. */
    private void respell() {
        Term chosen = terms.chosen();
        list.getItems().setAll(found(terms.typed()));
        list.getSelectionModel().select(chosen);
        list.refresh();
        show(chosen);
    }

    private void show(Term term) {
        word.setText(term == null ? "" : term.word());
        meaning.setText(term == null ? "" : term.meaning());
        list.setAccessibleHelp(meaning.getText());
    }

    private static final class Cell extends ListCell<Term> {
        @Override
        protected void updateItem(Term term, boolean empty) {
            super.updateItem(term, empty);
            setText(empty ? null : term.word());
        }
    }
}
