package downhill.ui.window;

import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;

/** Asks before an experiment that is being opened touches a data file that lies elsewhere than in its folder. */
final class DataConsent {
    private static final double QUESTION_WIDTH = 460;

    private final Sheets sheets;

    DataConsent(Sheets sheets) {
        this.sheets = sheets;
    }

    /**
     * {@code then} follows at once where there is no such file, else where a person wants it; until then, and otherwise, nothing
     * is touched.
     */
    void ask(List<Path> far, Consumer<List<Path>> then) {
        if (far.isEmpty()) {
            then.accept(far);
            return;
        }
        Button read = Buttons.primary("far.read", () -> {
            sheets.close();
            then.accept(far);
        });
        Button leave = Buttons.ghost("far.leave", sheets::close);
        String named = far.stream().map(Path::toString).collect(Collectors.joining("\n"));
        sheets.open(Messages.binding("far.title"), QUESTION_WIDTH, Rows.paragraph(Messages.binding("far.text", named)), leave, read);
        leave.requestFocus();
    }
}
