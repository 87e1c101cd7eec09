package downhill.ui.screen.metrics;

import downhill.ui.fit.Absent;
import downhill.ui.fit.ClassPictures;
import downhill.ui.fit.FitPicture;
import downhill.ui.fit.FitQuestion;
import downhill.ui.fit.FitRows;
import downhill.ui.fit.FitSite;
import downhill.ui.fit.FitView;
import downhill.ui.fit.Judged;
import downhill.ui.fit.ModelEngine;
import downhill.ui.fit.Standpoint;
import downhill.ui.session.Session;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is measured on which rows, and what is drawn of it. */
final class MetricsModel {
    /** Numbers of all contenders and their pictures. */
    record Reading(List<Judged> judged, FitPicture picture, FitRows rows, List<Measure> measures) {
    }

    private final Session session;
    private final ObjectProperty<FitView> look = new SimpleObjectProperty<>(this, "look", FitView.CONFUSION);
    private final BooleanProperty validation = new SimpleBooleanProperty(this, "validation", true);

    MetricsModel(Session session) {
        this.session = session;
    }

    ObjectProperty<FitView> lookProperty() {
        return look;
    }

    /** Whether the rows held out are measured; where there are none, the training rows are. */
    BooleanProperty validationProperty() {
        return validation;
    }

    /** Looks that make sense; the present one stays where it is one of them. */
    List<FitView> looks(FitSite site) {
        List<FitView> looks = site.prepared().task().isClassification() ? List.of(FitView.CONFUSION, FitView.ROC, FitView.PRECISION_RECALL)
                : List.of(FitView.PREDICTED, FitView.RESIDUALS);
        if (!looks.contains(look.get())) {
            look.set(looks.get(0));
        }
        return looks;
    }

    FitQuestion question(Standpoint from) {
        looks(from.site());
        return new FitQuestion(from, Absent.shown(session), Absent.words(session),
                look.get(), 0, 0, 0, 0, 0, -1, validation.get(), session.selection().rowProperty().get());
    }

    /** On the engine's thread. */
    static Reading read(FitQuestion question, ModelEngine engine) {
        FitSite site = question.from().site();
        FitRows rows = FitRows.of(site.prepared(), question.heldOut());
        boolean classes = site.prepared().task().isClassification();
        List<Judged> judged = question.contenders().stream().map(one -> Judged.of(one, question, rows, engine)).toList();
        FitPicture picture = classes ? ClassPictures.of(question, judged, site.prepared().classNames()) : FitPicture.of(question, engine);
        return new Reading(judged, picture, rows, Measure.of(site.prepared()));
    }
}
