package downhill.ui.screen.metrics;

import downhill.analysis.metric.Metrics;
import downhill.ui.fit.Absent;
import downhill.ui.fit.FitPicture;
import downhill.ui.fit.FitQuestion;
import downhill.ui.fit.FitSite;
import downhill.ui.fit.FitView;
import downhill.ui.fit.ModelEngine;
import downhill.ui.fit.Panel;
import downhill.ui.fit.Rows;
import downhill.ui.fit.Standpoint;
import downhill.ui.session.Session;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is measured on which rows, and what is drawn of it. */
final class MetricsModel {
    /** Numbers of all contenders and their pictures. */
    record Reading(List<Judged> judged, FitPicture picture, Rows rows, boolean classes) {
    }

    private final Session session;
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.CONFUSION);
    private final BooleanProperty validation = new SimpleBooleanProperty(this, "validation", true);

    MetricsModel(Session session) {
        this.session = session;
    }

    ObjectProperty<Look> lookProperty() {
        return look;
    }

    /** Whether the rows held out are measured; where there are none, the training rows are. */
    BooleanProperty validationProperty() {
        return validation;
    }

    /** Looks that make sense; the present one stays where it is one of them. */
    List<Look> looks(FitSite site) {
        List<Look> looks = Look.of(site.prepared().task().isClassification());
        if (!looks.contains(look.get())) {
            look.set(looks.get(0));
        }
        return looks;
    }

    FitQuestion question(Standpoint from) {
        looks(from.site());
        return new FitQuestion(from, Absent.shown(session), Absent.words(session),
                look.get() == Look.RESIDUALS ? FitView.RESIDUALS : FitView.PREDICTED, 0, 0, 0, 0, 0, validation.get());
    }

    /** On the engine's thread. */
    static Reading read(FitQuestion question, Look look, ModelEngine engine) {
        FitSite site = question.from().site();
        Rows rows = Rows.of(site.prepared(), question.heldOut());
        boolean classes = site.prepared().task().isClassification();
        List<Judged> judged = new ArrayList<>();
        question.contenders().forEach(one -> {
            double[] parameters = question.parameters(one);
            Metrics metrics = parameters == null ? null : engine.fit().metrics(parameters, rows.examples());
            judged.add(new Judged(one, metrics));
        });
        FitPicture picture = classes ? new FitPicture(panels(question, judged, look, site.prepared().classNames()), List.of()) : FitPicture.of(question, engine);
        return new Reading(List.copyOf(judged), picture, rows, classes);
    }

    private static List<Panel> panels(FitQuestion question, List<Judged> judged, Look look, List<String> names) {
        return judged.stream().map(one -> one.classes() == null ? question.missing(one.one()) : new ClassPictures(one, names).panel(look)).toList();
    }
}
