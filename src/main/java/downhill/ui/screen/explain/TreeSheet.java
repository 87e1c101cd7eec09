package downhill.ui.screen.explain;

import downhill.analysis.explain.tree.TreeJava;
import downhill.analysis.explain.tree.TreeSql;
import downhill.ui.control.Buttons;
import downhill.ui.control.Fields;
import downhill.ui.control.Rows;
import downhill.ui.control.Segments;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/** All rules of a tree as a text, in SQL or in Java, to be copied. */
final class TreeSheet {
    private static final double WIDTH = 720;
    private static final int LINES = 18;

    /** How it is written. */
    private enum Form {
        TEXT("explain.tree.text", RulesCard::text),
        SQL("explain.tree.sql", set -> TreeSql.of(set.tree())),
        JAVA("explain.tree.java", set -> TreeJava.of(set.tree(), "Rules"));

        private final String key;
        private final Function<RuleSet, String> written;

        Form(String key, Function<RuleSet, String> written) {
            this.key = key;
            this.written = written;
        }
    }

    private TreeSheet() {
    }

    /** {@code tell} says in one line what was done. */
    static void open(RuleSet set, Sheets sheets, Consumer<Supplier<String>> tell) {
        Segments<Form> form = new Segments<>(List.of(Form.values()), each -> Messages.binding(each.key)).boxed();
        form.setId("explain-tree-form");
        TextArea text = Fields.area();
        text.setId("explain-tree-text");
        text.setEditable(false);
        text.setPrefRowCount(LINES);
        text.accessibleTextProperty().bind(Messages.binding("explain.tree"));
        form.valueProperty().addListener((source, old, now) -> text.setText(now.written.apply(set)));
        text.setText(form.valueProperty().get().written.apply(set));
        VBox content = new VBox(12, Rows.paragraph(Messages.binding("explain.tree.how", sizes(set))), form, text);
        sheets.open(Messages.binding("explain.tree"), WIDTH, content, Buttons.ghost("explain.tree.copy", () -> {
            ClipboardContent copied = new ClipboardContent();
            copied.putString(text.getText());
            Clipboard.getSystemClipboard().setContent(copied);
            tell.accept(() -> Messages.text("explain.tree.copied"));
        }), Rows.space(), Buttons.ghost("sheet.close", sheets::close));
    }

    /** How well trees of other sizes do on rows that they have not seen. */
    private static String sizes(RuleSet set) {
        return set.tree().fidelity().stream().filter(each -> each.leaves() > 1)
                .map(each -> Messages.text("explain.tree.size", Numbers.count(each.leaves()), Numbers.fixed(each.unseen(), 2)))
                .collect(Collectors.joining(Messages.text("explain.comma")));
    }
}
