package downhill.ui.screen.doctor;

import downhill.analysis.diagnosis.Finding;
import downhill.analysis.diagnosis.Remedy;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Descent;
import downhill.ui.control.Buttons;
import downhill.ui.control.Chip;
import downhill.ui.control.Labels;
import downhill.ui.control.StyleSample;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One finding: whose, what, with which figures, and what to try. Its figures change while the race runs; its buttons stay. */
final class FindingBlock extends VBox {
    private final DoctorModel model;
    private final BiConsumer<Finding, Remedy> attempt;
    private final Chip kind = new Chip("", Chip.Kind.WARNING);
    private final Label evidence = paragraph();
    private final Label advice = paragraph("secondary");
    private final VBox tries = new VBox(8);
    private Finding shown;
    private List<Remedy> remedies = List.of();

    FindingBlock(DoctorModel model, Finding finding, BiConsumer<Finding, Remedy> attempt) {
        super(6);
        this.model = model;
        this.attempt = attempt;
        getStyleClass().add("doctor-finding");
        HBox head = new HBox(8);
        head.setAlignment(Pos.CENTER_LEFT);
        ContenderSpec spec = finding.id() == null ? null : Descent.byId(model.session().experiment(), finding.id());
        if (spec != null) {
            head.getChildren().add(new StyleSample(spec.style()));
        }
        Label whose = finding.contender() == null ? Labels.styled(Labels.bound(Messages.binding("runDoctor.all")), "strong")
                : Labels.plain(finding.contender(), "strong");
        head.getChildren().addAll(whose, kind);
        getChildren().addAll(head, evidence, advice, tries);
        shown = finding;
    }

    private static Label paragraph(String... styles) {
        Label label = Labels.plain("", styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** Whether it tells of the same. */
    boolean isOf(Finding other) {
        return shown.kind() == other.kind() && Objects.equals(shown.id(), other.id())
                && Objects.equals(shown.contender(), other.contender());
    }

    /** The same with the figures of now, in the language of now, and a button for each of {@code offers}. */
    void show(Finding finding, List<Remedy> offers) {
        shown = finding;
        remedies = offers;
        kind.setText(DoctorWords.kind(finding));
        evidence.setText(Spoken.text(finding.evidence()));
        advice.setText(DoctorWords.advice(finding));
        if (tries.getChildren().size() != offers.size()) {
            tries.getChildren().setAll(IntStream.range(0, offers.size()).mapToObj(this::offer).toList());
        }
        for (int i = 0; i < offers.size(); i++) {
            VBox offer = (VBox) tries.getChildren().get(i);
            ((Button) offer.getChildren().get(0)).setText(Messages.text("runDoctor.try", Spoken.text(offers.get(i).what())));
            ((Label) offer.getChildren().get(1)).setText(DoctorWords.how(model, finding, offers.get(i)));
        }
    }

    private VBox offer(int place) {
        Button button = Buttons.ghost("runDoctor.try.one", () -> attempt.accept(shown, remedies.get(place)));
        button.textProperty().unbind();
        button.getStyleClass().add("doctor-try");
        return new VBox(3, button, paragraph("secondary", "small"));
    }
}
