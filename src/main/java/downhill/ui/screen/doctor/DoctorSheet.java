package downhill.ui.screen.doctor;

import downhill.analysis.diagnosis.Finding;
import downhill.analysis.diagnosis.Remedy;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** All that was found and tried, over the window; it follows the race. */
final class DoctorSheet {
    private static final double WIDTH = 560;
    private static final double LEAST = 160;
    /** Room for the bar where it scrolls. */
    private static final double BAR = 12;

    private final DoctorModel model;
    private final VBox findings = new VBox(14);
    private final VBox reports = new VBox(6);
    private final Label none = Rows.paragraph(Messages.binding("runDoctor.none"));
    private final VBox tried = new VBox(6, Labels.styled(Labels.bound(Messages.binding("runDoctor.tried.title")), "strong"), reports);
    private final Subscriptions attached = new Subscriptions();
    private List<FindingBlock> blocks = List.of();

    private DoctorSheet(DoctorModel model) {
        this.model = model;
        findings.setId("doctor-findings");
        reports.setId("doctor-reports");
    }

    static void open(DoctorModel model, Sheets sheets) {
        DoctorSheet sheet = new DoctorSheet(model);
        VBox all = new VBox(14, sheet.none, sheet.findings, sheet.tried);
        all.setPadding(new Insets(0, BAR, 0, 0));
        ScrollPane scroll = Rows.scrolledWhole(all, LEAST);
        sheets.open(Messages.binding("runDoctor.title"), WIDTH, scroll, Buttons.ghost("sheet.close", sheets::close));
        sheet.attached.follow(model.roundProperty(), sheet::show);
        sheet.attached.listen(Messages.languageProperty(), now -> sheet.show(model.roundProperty().get()));
        model.watch(sheet, true);
        sheets.onClosed(() -> {
            sheet.attached.dispose();
            model.watch(sheet, false);
        });
    }

    private void show(Round now) {
        List<Finding> found = DoctorWords.sorted(now.findings());
        see(none, found.isEmpty() && now.reports().isEmpty());
        see(tried, !now.reports().isEmpty());
        boolean same = blocks.size() == found.size();
        for (int i = 0; same && i < blocks.size(); i++) {
            same = blocks.get(i).isOf(found.get(i));
        }
        if (!same) {
            blocks = found.stream().map(one -> new FindingBlock(model, one, this::attempt)).toList();
            findings.getChildren().setAll(divided());
        }
        Set<String> offered = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).show(found.get(i), found.get(i).remedies().stream().filter(remedy -> isNew(remedy, offered)).toList());
        }
        reports.getChildren().setAll(now.reports().stream().map(DoctorWords::report).map(DoctorSheet::paragraph).toList());
    }

    /** What all share is offered once, however many it may help. */
    private static boolean isNew(Remedy remedy, Set<String> offered) {
        return remedy.contender() != null || offered.add(remedy.setting());
    }

    private List<Node> divided() {
        List<Node> nodes = new ArrayList<>();
        for (FindingBlock block : blocks) {
            if (!nodes.isEmpty()) {
                nodes.add(Rows.divider());
            }
            nodes.add(block);
        }
        return nodes;
    }

    private void attempt(Finding finding, Remedy remedy) {
        model.attempt(finding, remedy);
    }

    private static Label paragraph(String words) {
        Label label = Labels.plain(words);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private static void see(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
