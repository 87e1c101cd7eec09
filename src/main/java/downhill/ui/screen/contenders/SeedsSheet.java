package downhill.ui.screen.contenders;

import downhill.race.document.ContenderSettings;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.control.Buttons;
import downhill.ui.control.CheckedNote;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Edits;
import downhill.ui.session.Session;
import downhill.words.Said;
import java.util.IntSummaryStatistics;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks with how many seeds all contenders shall run, and has them do so. */
final class SeedsSheet {
    private static final double WIDTH = 440;
    private static final double HEIGHT = 120;

    private SeedsSheet() {
    }

    /** Begins with the number that tells contenders apart where all have one seed, else with the largest there is. */
    static void open(Session session, Sheets sheets) {
        int most = range(session).getMax();
        SettingField<Long> field = new SettingField<>(ContenderSettings.SEEDS, (long) (most == 1 ? Edits.TELLING_SEEDS : most));
        field.control().setId("seeds-of-all");
        CheckedNote objection = new CheckedNote(() -> session.objection(changed(session.experiment(), field)).orElse(Said.NOTHING));
        VBox form = new VBox(8, field.row(), Rows.paragraph(Messages.binding("contenders.seedsAll.how")), objection);
        form.setMinHeight(HEIGHT); // the paragraph wraps, which a scrolled form cannot foresee
        sheets.open(Messages.binding("contenders.seedsAll.title"), WIDTH, form, Buttons.ghost("sheet.cancel", sheets::close),
                Buttons.primary("sheet.apply", () -> {
                    session.edit(document -> changed(document, field));
                    sheets.close();
                }));
        field.control().requestFocus();
        ((TextField) field.control()).selectAll();
    }

    private static Experiment changed(Experiment document, SettingField<Long> seeds) {
        return Edits.withSeedsOfAll(document, seeds.value().intValue());
    }

    /** With how many seeds the contenders run, in a word or two. */
    static String words(Session session) {
        IntSummaryStatistics now = range(session);
        return now.getMin() == now.getMax() ? Messages.text("contenders.seedsAll.link", String.valueOf(now.getMax()))
                : Messages.text("contenders.seedsAll.range", String.valueOf(now.getMin()), String.valueOf(now.getMax()));
    }

    private static IntSummaryStatistics range(Session session) {
        boolean none = session.experiment() == null || session.experiment().contenders().isEmpty();
        return none ? new IntSummaryStatistics(1, 1, 1, 1)
                : session.experiment().contenders().stream().mapToInt(ContenderSpec::seeds).summaryStatistics();
    }
}
