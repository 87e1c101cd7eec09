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
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** All that was found and tried, over the window; it follows the race. */
final class DoctorSheet {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 440;

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
        ScrollPane scroll = Rows.scrolled(all);
        scroll.setPrefHeight(HEIGHT);
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
        see(none, now.findings().isEmpty() && now.reports().isEmpty());
        see(tried, !now.reports().isEmpty());
        boolean same = blocks.size() == now.findings().size();
        for (int i = 0; same && i < blocks.size(); i++) {
            same = blocks.get(i).isOf(now.findings().get(i));
        }
        if (same) {
            for (int i = 0; i < blocks.size(); i++) {
                blocks.get(i).show(now.findings().get(i));
            }
        } else {
            fill(now.findings());
        }
        reports.getChildren().setAll(now.reports().stream().map(DoctorWords::report).map(DoctorSheet::paragraph).toList());
    }

    private void fill(List<Finding> found) {
        List<Node> nodes = new ArrayList<>();
        blocks = found.stream().map(one -> new FindingBlock(model, one, this::attempt)).toList();
        for (FindingBlock block : blocks) {
            if (!nodes.isEmpty()) {
                nodes.add(Rows.divider());
            }
            nodes.add(block);
        }
        findings.getChildren().setAll(nodes);
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
